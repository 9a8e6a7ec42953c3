"""Reading files anew beside what their rows say: nothing changes until a person accepts it."""
