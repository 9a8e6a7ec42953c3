#!/bin/sh
# Installs what Matchbook needs and is missing; does nothing when all is there.
#
#   tools/setup.sh run     what the app needs
#   tools/setup.sh test    the same, and what tests and checks need
#   tools/setup.sh bench   the same, and the programs that benchmarks compare with
#
# System packages need root or sudo. Everything else goes into .venv/ in the checkout.
set -eu
cd "$(dirname "$0")/.."
purpose="${1:-run}"

say() { printf '\033[1m▸ %s\033[0m\n' "$*" >&2; }
stop() { printf '\033[1;31m✗ %s\033[0m\n' "$*" >&2; exit 1; }

# "sudo make" must leave nothing behind that the person without sudo cannot change.
owner="${SUDO_USER:-}"
[ "$(id -u)" = 0 ] || owner=""
as_owner() {
    if [ -n "$owner" ] && [ "$owner" != root ]; then sudo -H -u "$owner" -- "$@"; else "$@"; fi
}

fonts=/usr/share/fonts/truetype
has_python() { command -v python3 >/dev/null && python3 -c 'import ensurepip, venv' 2>/dev/null; }

packages=""
has_python || packages="$packages python3 python3-venv"
command -v tesseract >/dev/null || packages="$packages tesseract-ocr"
command -v pdftoppm >/dev/null || packages="$packages poppler-utils"
# Pages that are made of an e-invoice's XML are set in it; the font that Pillow brings knows fewer letters.
[ -f $fonts/dejavu/DejaVuSerif-Bold.ttf ] || packages="$packages fonts-dejavu-core"
if [ "$purpose" != run ]; then
    [ -x /usr/bin/chromium ] || packages="$packages chromium"
    command -v curl >/dev/null || packages="$packages curl ca-certificates"
    # Made training documents are set in it.
    [ -f $fonts/liberation/LiberationSerif-Bold.ttf ] || packages="$packages fonts-liberation"
    # The program that drives the browser links it, and a small Debian does not have it.
    /sbin/ldconfig -p | grep -q 'libatomic\.so\.1' || packages="$packages libatomic1"
fi

if [ -n "$packages" ]; then
    say "Installing system packages:$packages"
    if [ "$(id -u)" = 0 ]; then root=""
    elif command -v sudo >/dev/null; then root="sudo"
    else root="none"; fi
    if [ "$root" = none ] || ! command -v apt-get >/dev/null; then
        message="Please install these packages as root and run this again: apt-get install$packages"
        # The app itself runs without OCR programs and says what is missing.
        if [ "$purpose" = run ] && has_python; then say "$message"; else stop "$message"; fi
    else
        $root apt-get update -qq
        $root env DEBIAN_FRONTEND=noninteractive \
            apt-get install -y -qq --no-install-recommends $packages >/dev/null
    fi
fi

python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    stop "Matchbook needs Python 3.11 or newer; python3 is $(python3 --version)."

if ! .venv/bin/python -c 'import pip' 2>/dev/null; then
    say "Creating the virtual environment .venv/"
    rm -rf .venv
    as_owner python3 -m venv .venv
fi

requirements=requirements.txt
[ "$purpose" = test ] && requirements=requirements-dev.txt
[ "$purpose" = bench ] && requirements=requirements-bench.txt
included="requirements.txt"
[ "$purpose" = bench ] && included="requirements.txt requirements-dev.txt"
wanted="$(cat $included "$requirements" | sha256sum | cut -d' ' -f1)"
stamp=".venv/installed-$requirements"
if [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ]; then
    say "Installing Python packages from $requirements (a few minutes the first time)"
    as_owner .venv/bin/python -m pip install --quiet --disable-pip-version-check -r "$requirements"
    as_owner sh -c "echo $wanted > $stamp"
fi
# A command that takes a fifth of a second should not compile its own source first.
as_owner .venv/bin/python -m compileall -q engine pages app.py || say "Some files could not be compiled."
say "Everything that is needed is installed."
