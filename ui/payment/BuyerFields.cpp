// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payment/BuyerFields.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/InputField.h"
#include "ui/widgets/Privacy.h"

#include "models/domain/Text.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

constexpr size_t firstName = 0;
constexpr size_t lastName = 1;
constexpr size_t email = 2;

bool looksLikeEmail(const QString &text)
{
    // Refuses only what is certainly wrong: the server decides.
    static const QRegularExpression form(u"\\A[^\\s@]+@[^\\s@]+\\.[^\\s@.]+\\z"_s);
    return form.match(text).hasMatch();
}

/// The Cyrillic letters of \a text, each once, if it has Latin letters as well: they look alike.
QString cyrillicAmongLatin(const QString &text)
{
    QString cyrillic;
    bool hasLatin = false;
    for (const QChar c : text) {
        hasLatin = hasLatin || c.script() == QChar::Script_Latin;
        if (c.script() == QChar::Script_Cyrillic && !cyrillic.contains(c))
            cyrillic += c;
    }
    return hasLatin ? cyrillic : QString();
}

} // namespace

BuyerFields::BuyerFields(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space(1) / 2);
    addField(firstName, u"firstNameEdit"_s, tr("Buyer's &first name"));
    addField(lastName, u"lastNameEdit"_s, tr("&Last name"));
    addField(email, u"emailEdit"_s, tr("&E-mail, for the tickets"));
}

void BuyerFields::addField(size_t at, const QString &objectName, const QString &name)
{
    auto *field = new InputField(objectName, this);
    m_fields[at] = field;
    field->setWords(name, {});
    field->edit().setMaxLength(200);
    markPrivate(field->edit());
    layout()->addWidget(field);
    connect(&field->edit(), &QLineEdit::textChanged, this, &BuyerFields::changed);
    // An incomplete text is not marked while it is first typed.
    connect(&field->edit(), &QLineEdit::editingFinished, this, [this, at] { check(at); });
    connect(&field->edit(), &QLineEdit::textChanged, this, [this, at] {
        if (m_fields[at]->hasReason() || (at == email && !warningOf(at).isEmpty()))
            check(at);
    });
}

void BuyerFields::begin()
{
    for (InputField *field : m_fields)
        field->setReason({});
}

void BuyerFields::show(const Customer &typed)
{
    const std::array texts{typed.firstName, typed.lastName, typed.email};
    for (size_t at = 0; at < m_fields.size(); ++at) {
        QLineEdit &edit = m_fields[at]->edit();
        if (edit.text() == texts[at])
            continue;
        const QSignalBlocker known(edit); // set by the program
        edit.setText(texts[at]);
        if (texts[at].isEmpty())
            m_fields[at]->setReason({});
        else
            check(at);
    }
}

Customer BuyerFields::typed() const
{
    Customer typed;
    typed.firstName = m_fields[firstName]->text();
    typed.lastName = m_fields[lastName]->text();
    typed.email = m_fields[email]->text();
    return typed;
}

void BuyerFields::showMissing()
{
    for (size_t at = 0; at < m_fields.size(); ++at)
        check(at);
    focusMissing();
}

void BuyerFields::focusMissing()
{
    for (size_t at = 0; at < m_fields.size(); ++at) {
        if (!reasonOf(at).isEmpty())
            return m_fields[at]->edit().setFocus(Qt::OtherFocusReason);
    }
}

QString BuyerFields::meant(size_t at) const
{
    return typedText(m_fields[at]->text());
}

QString BuyerFields::reasonOf(size_t at) const
{
    const QString text = meant(at);
    if (at == email)
        return looksLikeEmail(text) ? QString() : tr("An address like anna@example.org is needed.");
    return text.isEmpty() ? tr("This payment method needs it.") : QString();
}

QString BuyerFields::warningOf(size_t at) const
{
    const QString cyrillic = at == email && looksLikeEmail(meant(at)) ? cyrillicAmongLatin(meant(at)) : QString();
    return cyrillic.isEmpty()
               ? QString()
               : tr("Latin and Cyrillic letters are mixed here. Cyrillic: %1. Check the address with the buyer.")
                     .arg(cyrillic);
}

void BuyerFields::check(size_t at)
{
    const QString reason = reasonOf(at);
    m_fields[at]->setReason(reason.isEmpty() ? warningOf(at) : reason,
                            reason.isEmpty() ? InputField::Severity::Doubtful : InputField::Severity::Wrong);
}

std::optional<Customer> BuyerFields::customer() const
{
    for (size_t at = 0; at < m_fields.size(); ++at) {
        if (!reasonOf(at).isEmpty())
            return std::nullopt;
    }
    Customer customer;
    customer.firstName = meant(firstName);
    customer.lastName = meant(lastName);
    customer.email = meant(email);
    return customer;
}

} // namespace okoshko
