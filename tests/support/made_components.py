"""Our own components on a screen under test: what they were given to draw, and a person in them."""

import json

KEYS_TO_DRAW = "bidi_component"


def element_of(app, key):
    """The component of that key."""
    found = [e.proto for e in app.get(KEYS_TO_DRAW) if e.proto.id.endswith(f"-{key}")]
    assert found, [e.proto.id for e in app.get(KEYS_TO_DRAW)]
    return found[0]


def given(app, key):
    """What the component of that key was given to draw."""
    return json.loads(element_of(app, key).json)


def fields(app, key):
    """The rows of a field table, by their keys."""
    return {field["key"]: field for field in given(app, key)["fields"]}


def column(app, key, name):
    """What one column of a grid shows, from top to bottom."""
    return [row["cells"][name] for row in given(app, key)["rows"]]


def fire(app, key, event, value):
    """Have the component of that key report something, as it would in a browser."""
    states = app._tree.get_widget_states()
    state = states.widgets.add()
    state.id = f"$$STREAMLIT_INTERNAL_KEY_{element_of(app, key).id}__events"
    state.json_trigger_value = json.dumps([{"event": event, "value": value}])
    app._run(states)
    assert not app.exception, app.exception
    return app


def type_field(app, key, field, text):
    """Type into a field of a field table."""
    return fire(app, key, "edit", {"key": field, "text": text})


def type_cell(app, key, row, name, text):
    """Type into a cell of a grid."""
    return fire(app, key, "event", {"kind": "typed", "rows": [row], "column": name, "text": text})


def take_action(app, key, action, *rows):
    """Press a button over a grid, with these rows ticked."""
    return fire(app, key, "event", {"kind": "action", "column": action, "rows": list(rows)})
