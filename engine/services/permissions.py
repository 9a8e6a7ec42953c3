"""Which permission each thing needs that can be done with an installation."""

import inspect
from typing import Final, TypeVar

from engine.access import Permission, needs

T = TypeVar("T")

NEEDS: Final[dict[Permission, tuple[str, ...]]] = {
    Permission.VIEW: (
        "also_here",
        "assignee",
        "attachment",
        "attachment_counts",
        "attachment_versions",
        "attachments",
        "attachments_of",
        "wait_for_attachment",
        "automatic_history",
        "automatic_policy",
        "bank_upload",
        "board",
        "candidates",
        "closings",
        "columns",
        "conflicts",
        "deleted_documents",
        "documents",
        "explain_pair",
        "forget_view",
        "health",
        "ignored_lines",
        "invoice_upload",
        "invoices",
        "list_uploads",
        "status_counts",
        "table_behind",
        "targets",
        "transactions",
        "known_about_matches",
        "known_about_vendor",
        "last_backup",
        "last_step",
        "me",
        "measurements",
        "people",
        "latest_uploads",
        "locked_matches",
        "page_image",
        "page_image_tag",
        "places_of_invoice",
        "places_of_line",
        "plan_acceptance",
        "plan_automatic",
        "preview_action",
        "printed_in",
        "reading_version",
        "older_files",
        "newer_reading",
        "compare_reading",
        "preview_readings",
        "last_accepted_readings",
        "wait_for_readings",
        "progress",
        "reconciliation",
        "review_queue",
        "rows_behind",
        "rule_history",
        "rules",
        "save_view",
        "sign_off",
        "saved_views",
        "second_look",
        "under_review",
        "upload_kind",
        "wait",
        "weigh_by_hand",
        "whose",
    ),
    Permission.EXPORT: (
        "board_as_excel",
        "board_as_pdf",
        "note_export",
        "original_file",
        "sign_off_as_excel",
        "sign_off_as_pdf",
    ),
    Permission.QUERY: (
        "ask",
        "example_queries",
        "forget_query",
        "keep_query",
        "saved_queries",
        "views",
    ),
    Permission.UPLOAD: (
        "attach",
        "read_attachment_again",
        "replace_attachment",
        "known_request",
        "note_request",
        "cancel",
        "change_kind",
        "load_samples",
        "ask_for_readings",
        "read_anew",
        "retry",
        "upload",
    ),
    Permission.CORRECT: (
        "change_attachment",
        "link_attachment",
        "unlink_attachment",
        "forget_about_vendor",
        "forget_columns",
        "look_at",
        "put_back_invoices",
        "regroup",
        "save_columns",
        "save_invoices",
        "save_statement",
        "take_back",
    ),
    Permission.DECIDE: (
        "answer",
        "assign",
        "accept_readings",
        "set_aside_readings",
        "take_back_readings",
        "confirm_attachment",
        "carry_out_action",
        "confirm",
        "reject",
        "reopen",
        "send_back",
        "take_back_action",
        "take_back_assignment",
    ),
    Permission.DELETE: (
        "delete_attachment",
        "restore_attachment",
        "delete",
        "restore",
    ),
    Permission.RECONCILE: ("preview_run", "reconcile", "run_settings"),
    Permission.MATCH: (
        "confirm_many",
        "decide",
        "forget_about_matches",
        "heed_line",
        "ignore_line",
        "match_by_hand",
        "undo",
    ),
    Permission.RULES: (
        "change_rule",
        "choose_automatic_policy",
        "create_rule",
        "delete_rule",
        "move_rule",
        "preview_rule",
        "reorder_rules",
        "restore_rule",
        "set_target",
    ),
    Permission.CLOSE: ("close_period", "reopen_period"),
    Permission.ADMINISTER: (
        "access_events",
        "create_token",
        "purge",
        "remove",
        "revoke_token",
        "tokens",
    ),
}
"""By permission the methods of ``Services`` that need it."""

FREE: Final = frozenset({"close", "key_for", "person_by_claims", "person_by_headers",
                         "person_by_key", "person_by_token", "readiness"})  # fmt: skip
"""What finds out who somebody is, and what the server itself does or says of itself."""


def guarded(services: type[T]) -> type[T]:
    """Let every public method of a class be called only with its permission.

    One that the table does not name is an administrator's.
    """
    table = {name: permission for permission, names in NEEDS.items() for name in names}
    for name, method in inspect.getmembers(services, inspect.isfunction):
        if not name.startswith("_") and name not in FREE:
            permission = table.get(name, Permission.ADMINISTER)
            setattr(services, name, needs(permission)(method))
    return services
