"""Files and senders that mean harm, against the running server with its worker processes."""

import io
import re
import socket
import threading
import time
import zlib
from concurrent.futures import ThreadPoolExecutor

import hostile_files as hostile
import httpx2
import pytest
from huge_pictures import bomb_jpeg, bomb_png, bomb_tiff
from PIL import Image
from running_app import running_app

ENTITIES = """<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>"""
FOREIGN = '<!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/passwd">]>'
INVOICE_XML = (
    '{}<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">{}</Invoice>'
)
CAMT_XML = '{}<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">{}</Document>'


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Where the running app keeps its data and its log."""
    return tmp_path_factory.mktemp("hostile")


@pytest.fixture(scope="module")
def server(folder):
    """A client of the running app, whose workers and senders have little time and memory."""
    with (
        running_app(
            folder,
            workers=2,
            page_timeout_seconds=10,
            worker_memory_bytes=800_000_000,
            body_timeout_seconds=2,
            requests_per_minute=0,
        ) as address,
        httpx2.Client(base_url=address, timeout=300) as client,
    ):
        yield client
    assert "Exception in ASGI application" not in (folder / "app.log").read_text("utf-8")


def send(server, content, name="file.pdf", kind="invoices", mime="application/pdf"):
    return server.post(
        f"/api/production/{kind}/upload",
        files={"file": (name, content, mime)},
        params={"wait": 280},
    )


def refusal(answer):
    return answer.status_code, answer.json()["error"]["code"]


def is_alive(server):
    return server.get("/api/production/health").status_code == 200


def png(size=(60, 40)):
    buffer = io.BytesIO()
    Image.new("L", size, 255).save(buffer, "PNG")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("invoice.pdf", b"<html><script>alert(1)</script></html>"),
        ("invoice.pdf", b"MZ\x90\x00" + b"\0" * 3000),
        ("invoice.pdf", b"\x7fELF" + b"\0" * 3000),
        ("invoice.pdf", b"#!/bin/sh\nrm -rf /\n"),
        ("invoice.png", b"GIF89a" + b"\0" * 500),
        ("invoice.jpg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
        ("invoice.xml", b"\0" * 2000),
        ("invoice.pdf", hostile.zip_of("invoice.pdf", b"%PDF-1.7")),
    ],
    ids=["html", "exe", "elf", "shell", "gif", "svg", "zeros", "zip"],
)
def test_a_wrong_type_behind_a_right_name_is_refused(server, name, content):
    assert refusal(send(server, content, name)) == (415, "file_unsupported")


def test_a_right_type_behind_a_wrong_name_is_what_its_bytes_are(server):
    answer = send(server, hostile.simple_pdf(catalog=b"/A 1"), "holiday.png", mime="image/png")
    assert answer.status_code == 200
    row = server.get(f"/api/invoices/{answer.json()['upload_id']}").json()
    assert (row["mime_type"], row["file_name"]) == ("application/pdf", "holiday.png")


@pytest.mark.parametrize(
    ("name", "content", "mime"),
    [
        ("a.zip", hostile.simple_pdf(catalog=b"/B 1") + hostile.zip_of("x.exe", b"MZ"), "pdf"),
        ("a.html", b"<script>alert(1)</script>\n" + hostile.simple_pdf(catalog=b"/B 2"), "pdf"),
        ("a.gif", b"GIF89a;" + hostile.simple_pdf(catalog=b"/B 3"), "pdf"),
        ("a.jar", png() + hostile.zip_of("Main.class", b"\xca\xfe\xba\xbe"), "png"),
        ("a.php", png((61, 40)) + b"<?php system($_GET[0]); ?>", "png"),
    ],
    ids=["pdf and zip", "html and pdf", "gif and pdf", "png and jar", "png and php"],
)
def test_a_polyglot_is_one_type_and_only_handed_out_as_that(server, name, content, mime):
    answer = send(server, content, name)
    assert answer.status_code == 200, answer.json()
    file = server.get(f"/api/documents/{answer.json()['upload_id']}/file")
    assert file.content == content
    assert file.headers["content-type"] in {f"application/{mime}", f"image/{mime}"}
    assert file.headers["content-disposition"].startswith("attachment")
    assert file.headers["x-content-type-options"] == "nosniff"
    assert file.headers["content-security-policy"] == "sandbox"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("pages.pdf", hostile.many_pages_pdf(10_000), "too_many_pages"),
        ("b.png", bomb_png(50_000, 50_000), "page_too_large"),
        ("b.jpg", bomb_jpeg(50_000, 50_000), "page_too_large"),
        ("b.tif", bomb_tiff(50_000, 50_000), "page_too_large"),
    ],
    ids=["10,000 pages", "50,000 x 50,000 PNG", "50,000 x 50,000 JPEG", "50,000 x 50,000 TIFF"],
)
def test_a_bomb_of_pages_or_pixels_is_refused_unopened(server, name, content, code):
    assert refusal(send(server, content, name)) == (413, code)


def test_a_bomb_of_pixels_inside_a_pdf_stops_nobody(server):
    answer = send(server, hostile.huge_picture_pdf())
    assert answer.json()["status"] in {"completed", "partial", "failed"}
    assert is_alive(server)


def test_a_pdf_that_unpacks_to_gigabytes_costs_its_page(server):
    answer = send(server, hostile.unpacking_bomb_pdf())
    assert (answer.status_code, answer.json()["status"]) == (422, "failed")
    assert answer.json()["error"]["code"] in {"worker_lost", "page_too_heavy"}
    assert is_alive(server)


def test_a_page_that_never_ends_costs_itself(server):
    answer = send(server, hostile.pdf_with_a_form_bomb())
    body = answer.json()
    assert (answer.status_code, body["status"]) == (200, "partial")
    row = server.get(f"/api/invoices/{body['upload_id']}").json()
    failed = row["invoice_json"]["processing_info"]["failed_pages"]
    assert [page["page"] for page in failed] == [2]


@pytest.mark.parametrize(
    "make",
    [
        hostile.lying_count_pdf,
        hostile.page_tree_loop_pdf,
        hostile.deep_page_tree_pdf,
        hostile.nested_arrays_pdf,
        hostile.self_calling_form_pdf,
        hostile.xref_loop_pdf,
        hostile.object_stream_loop_pdf,
        hostile.names_loop_pdf,
        hostile.russian_doll_pdf,
        hostile.huge_sheet_pdf,
    ],
    ids=lambda make: make.__name__.removesuffix("_pdf").replace("_", " "),
)
def test_a_pdf_that_goes_round_in_circles_comes_to_an_end(server, make):
    answer = send(server, make())
    assert answer.status_code in {200, 413, 422}
    assert answer.json().get("status") in {"completed", "partial", "failed", None}
    assert is_alive(server)


@pytest.mark.parametrize("what", sorted(hostile.ACTIONS))
def test_what_a_pdf_would_do_is_listed_and_not_done(server, what):
    content = hostile.ACTIONS[what]
    answer = send(server, content.replace(b"%PDF-1.7", b"%PDF-1.6"))
    assert answer.status_code == 200
    row = server.get(f"/api/invoices/{answer.json()['upload_id']}").json()
    warnings = row["invoice_json"]["processing_info"]["warnings"]
    assert [text for text in warnings if text.startswith("This PDF ")]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../../../etc/cron.d/job.pdf", "job.pdf"),
        ("..\\..\\windows\\system32\\evil.pdf", "evil.pdf"),
        ("/abs/olute.pdf", "olute.pdf"),
        ("bill\u202efdp.exe", "billfdp.exe"),
        ("a\tb\x7f\x1b[31m.pdf", "a b[31m.pdf"),
        ("<img src=x onerror=alert(1)>.pdf", "<img src=x onerror=alert(1)>.pdf"),
        ("x" * 1000 + ".pdf", "x" * 196 + ".pdf"),
    ],
    ids=["up", "windows", "absolute", "turned", "control", "markup", "long"],
)
def test_a_name_is_never_a_path(server, folder, name, kept):
    content = hostile.simple_pdf(catalog=b"/Name %d" % zlib.crc32(name.encode()))
    head = f'--x\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
    answer = server.post(
        "/api/documents",
        content=head.encode() + content + b"\r\n--x--\r\n",
        headers={"Content-Type": "multipart/form-data; boundary=x"},
    )
    assert (answer.status_code, answer.json()["file_name"]) == (202, kept)
    uploads = folder / "data" / "uploads"
    stored = [path.relative_to(uploads) for path in uploads.rglob("*") if path.is_file()]
    assert stored
    assert all(re.fullmatch(r"[a-z-]+/[0-9-]{10}/[0-9a-f]{64}\.\w+", str(p)) for p in stored)


@pytest.mark.parametrize("entities", [ENTITIES, FOREIGN], ids=["bomb", "foreign file"])
@pytest.mark.parametrize(
    ("kind", "text"), [("invoices", INVOICE_XML), ("bank", CAMT_XML)], ids=["e-invoice", "camt"]
)
def test_entities_of_xml_are_never_expanded(server, entities, kind, text):
    content = text.format(entities, "&c;" if entities is ENTITIES else "&file;").encode()
    answer = send(server, content, "a.xml", kind)
    assert answer.status_code == 422
    assert "root:" not in answer.text
    assert answer.json()["error"]["code"] in {"xml_unsafe", "bank_file_unreadable"}


def slow_request(server, path, head, pieces, pause):
    """The first line of what the server answers to a body that comes piece by piece."""
    url = server.base_url
    with socket.create_connection((url.host, url.port), timeout=60) as line:
        length = 1_000_000
        line.sendall(
            f"POST {path} HTTP/1.1\r\nHost: {url.host}:{url.port}\r\nContent-Type: multipart/"
            f"form-data; boundary=x\r\nContent-Length: {length}\r\n\r\n{head}".encode()
        )
        for _ in range(pieces):
            time.sleep(pause)
            try:
                line.sendall(b"0")
            except OSError:
                break
        return line.makefile("rb").readline().decode()


@pytest.mark.parametrize(
    ("pieces", "pause"), [(0, 0), (60, 0.2)], ids=["stops", "a byte now and then"]
)
def test_a_slow_upload_is_given_up(server, pieces, pause):
    head = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-'
    answer = slow_request(server, "/api/documents", head, pieces, pause)
    assert answer.startswith("HTTP/1.1 408")
    assert is_alive(server)


def test_many_slow_uploads_keep_nobody_out(server):
    head = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-'
    answers = []

    def hold():
        answers.append(slow_request(server, "/api/documents", head, 60, 0.2))

    threads = [threading.Thread(target=hold) for _ in range(100)]
    for thread in threads:
        thread.start()
    assert is_alive(server)
    for thread in threads:
        thread.join()
    assert {answer[:12] for answer in answers} == {"HTTP/1.1 408"}


def test_endless_headers_are_refused_and_others_are_served(server):
    url, answer = server.base_url, b""
    with socket.create_connection((url.host, url.port), timeout=120) as line:
        try:
            line.sendall(b"GET /api/ready HTTP/1.1\r\nHost: here\r\n")
            for number in range(10_000):
                line.sendall(b"X-%d: " % number + b"a" * 1_000 + b"\r\n")
            answer = line.makefile("rb").readline()
        except OSError:  # it was closed while more was coming
            pass
    assert answer == b"" or answer.startswith(b"HTTP/1.1 431")
    assert is_alive(server)


def test_two_hundred_files_at_once_are_all_answered(server):
    good = [hostile.simple_pdf(catalog=b"/File %d" % number) for number in range(100)]
    bad = [b"no document at all %d" % number for number in range(50)]
    same = [good[0]] * 50

    def take_in(content):
        part = {"file": ("a.pdf", content, "application/pdf")}
        answer = server.post("/api/documents", files=part, data={"kind": "invoice"})
        return answer.status_code

    with ThreadPoolExecutor(200) as senders:
        statuses = list(senders.map(take_in, [*good, *bad, *same]))
    assert sorted(statuses[100:150]) == [415] * 50
    taken = statuses[:100] + statuses[150:]
    assert taken.count(202) == 100
    assert taken.count(409) == 50
    assert is_alive(server)


def test_two_hundred_files_in_one_request_are_all_answered(server):
    good = [hostile.simple_pdf(catalog=b"/Part %d" % number) for number in range(150)]
    bad = [b"no document at all %d" % number for number in range(50)]
    parts = [("files", (f"{n}.pdf", content)) for n, content in enumerate([*good, *bad])]
    answer = server.post("/api/invoices/ocr", files=parts)
    assert answer.status_code == 202
    assert (answer.json()["accepted"], answer.json()["refused"]) == (150, 50)
    assert len({one["upload_id"] for one in answer.json()["files"] if one["success"]}) == 150


def test_a_huge_number_of_parts_is_refused(server):
    part = b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.pdf"\r\n\r\nx\r\n'
    answer = server.post(
        "/api/invoices/ocr",
        content=part * 5_000 + b"--x--\r\n",
        headers={"Content-Type": "multipart/form-data; boundary=x"},
    )
    assert answer.status_code in {400, 413, 422}
