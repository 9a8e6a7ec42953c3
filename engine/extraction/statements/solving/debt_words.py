"""What rows of debts are called: charges are paid, payments received."""

from typing import Final, Literal

from engine.extraction.phrases import PhraseBook
from engine.extraction.statements.rows.table import Row

_WORDS: Final[PhraseBook[Literal["paid", "received"]]] = PhraseBook.of_lists(
    {
        "paid": """
            finance charge, finance charges, interest charge, interest charged, late fee, loan
            advance, cash advance, purchase, overlimit fee, annual fee
        """,
        "received": """
            loan payment, payment thank you, payment received, payment received thank you,
            thank you for your payment, zahlung erhalten, zahlung erhalten danke, zahlung danke,
            paiement recu, paiement merci, pago recibido, gracias por su pago, su pago gracias,
            pagamento recebido, obrigado pelo pagamento, pagamento ricevuto, betaling ontvangen
        """,
    }
)


def way_of_debt(row: Row) -> int:
    """1 where a row's words say that a debt was paid, -1 where they name a charge, else 0."""
    words = _WORDS.labels(" ".join(word.text for text in row.texts for word in text))
    return 1 if "received" in words else -1 if words else 0
