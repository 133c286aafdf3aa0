// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payment/PaymentDraft.h"

#include "models/domain/TypedText.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace okoshko {

std::optional<Money> PaymentDraft::receivedSum() const
{
    // As people type sums, and as they are written in either language: blanks or commas between thousands, comma or
    // point before the kopecks.
    QString text = typedWithoutBlanks(received).remove(u'₽');
    static const QRegularExpression commaBeforeKopecks(u"\\A[0-9]*,[0-9]{1,2}\\z"_s);
    if (commaBeforeKopecks.match(text).hasMatch())
        text.replace(u',', u'.');
    return Money::parse(text.remove(u','));
}

std::optional<Money> PaymentDraft::change(Money due) const
{
    const auto sum = receivedSum();
    return sum && *sum >= due && *sum - due < largestNote ? std::optional(*sum - due) : std::nullopt;
}

} // namespace okoshko
