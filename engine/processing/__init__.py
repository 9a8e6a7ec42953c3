"""Takes an upload from pending to done: workflow, worker pool, page cache, people's corrections."""
