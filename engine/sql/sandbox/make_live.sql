-- Where the app's own tables are copied to when a question names them.
create schema live;
