-- Grain: one upload, as in documents, of a period (days of upload, both in it) in which a vendor's
-- invoices or an account's lines stand, in a currency. An argument that is null takes all.
create macro if not exists live.uploads_about(
    from_day, to_day, of_vendor, of_account, in_currency
) as table
    select documents.*
    from live.documents
    where
        (from_day is null or documents.uploaded_at::date >= from_day)
        and (to_day is null or documents.uploaded_at::date <= to_day)
        and (
            (of_vendor is null and of_account is null and in_currency is null)
            or documents.upload_id in (
                select upload_scopes.upload_id
                from live.upload_scopes
                where
                    (in_currency is null or upload_scopes.currency = in_currency)
                    and (
                        (of_vendor is null and of_account is null)
                        or upload_scopes.vendor_name = of_vendor
                        or upload_scopes.account_number = of_account
                    )
            )
        );
