"""Any statement."""

from hypothesis import strategies as st

from any_records.parts import audit_trails, file_infos, processing_infos, provenances
from any_records.values import (
    built,
    counts,
    currencies,
    dates,
    maybe,
    money,
    names,
    pages,
    shares,
    some,
    text,
)
from engine.records import (
    Account,
    BalanceGap,
    BankDocument,
    BankSummary,
    Repair,
    StatementInfo,
    StatementProof,
    Transaction,
)

bank_documents = built(
    BankDocument,
    upload_id=text,
    file_info=file_infos,
    processing_info=processing_infos,
    statement_info=built(
        StatementInfo,
        bank_name=names,
        account_number=names,
        account_name=names,
        currency=currencies,
        statement_type=st.sampled_from(["bank", "card"]),
        statement_period_start=dates,
        statement_period_end=dates,
        opening_balance=maybe(money),
        closing_balance=maybe(money),
        accounts=some(
            built(
                Account,
                account_number=names,
                account_name=names,
                account_type=names,
                iban=names,
                currency=currencies,
                statement_period_start=dates,
                statement_period_end=dates,
                opening_balance=maybe(money),
                closing_balance=maybe(money),
                total_debits=maybe(money),
                total_credits=maybe(money),
                transactions=maybe(counts),
            )
        ),
        total_debits=maybe(money),
        total_credits=maybe(money),
        account_type=names,
        iban=names,
        proof=built(
            StatementProof,
            status=st.sampled_from(["proven", "agrees", "gaps", "unproven"]),
            sentence=text,
            rows_total=counts,
            rows_proven=counts,
            gaps=some(
                built(
                    BalanceGap,
                    account_number=names,
                    page=maybe(pages),
                    after_transaction=names,
                    transaction=names,
                    expected=money,
                    printed=money,
                    difference=money,
                )
            ),
        ),
        checks=some(text),
        provenance=provenances,
    ),
    extraction_summary=built(
        BankSummary,
        total_transactions_found=counts,
        total_transactions_processed=counts,
        total_debits=money,
        total_credits=money,
        transaction_type_summary=st.dictionaries(text, counts, max_size=2),
    ),
    transactions=some(
        built(
            Transaction,
            transaction_id=text,
            account_number=names,
            page=maybe(pages),
            date=dates,
            value_date=dates,
            description=text,
            amount=maybe(money),
            balance=maybe(money),
            currency=currencies,
            reference=names,
            counterparty=names,
            type=st.sampled_from(["transfer", "card", "fee", "interest", "cash", "other"]),
            confidence=shares,
            repairs=some(built(Repair, field=text, printed=text, value=text, reason=text)),
            checks=some(text),
            provenance=provenances,
        )
    ),
    audit_trail=audit_trails,
)
