# The app, a Dask scheduler and its workers are one image: see docker-compose.yml.
# The steps are those of `make run`: tools/setup.sh installs, the last line starts.
FROM debian:bookworm-slim

WORKDIR /srv/matchbook
COPY tools/setup.sh tools/setup.sh
COPY requirements.txt ./
RUN tools/setup.sh run && rm -rf /var/lib/apt/lists/*
COPY . .
RUN tools/setup.sh run \
    && useradd --create-home --uid 1000 matchbook \
    && install -d -o matchbook -g matchbook /data

ENV MATCHBOOK_DATA_DIR=/data \
    MATCHBOOK_PORT=8501 \
    OMP_THREAD_LIMIT=1
VOLUME /data
USER 1000
EXPOSE 8501
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD [".venv/bin/python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8501/api/ready')"]
CMD [".venv/bin/python", "-m", "streamlit", "run", "app.py", "--server.port=8501"]
