// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/payment/BuyerFields.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/InputField.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/Privacy.h"

#include "models/domain/Text.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
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
constexpr size_t phone = 3;

bool looksLikeEmail(const QString &text)
{
    // Refuses only what is certainly wrong: the server decides.
    static const QRegularExpression form(u"\\A[^\\s@]+@[^\\s@]+\\.[^\\s@.]+\\z"_s);
    return form.match(text).hasMatch();
}

bool looksLikePhone(const QString &text)
{
    static const QRegularExpression form(u"\\A\\+?[0-9 ().-]*\\z"_s);
    constexpr qsizetype fewest = 5;
    return form.match(text).hasMatch() && std::ranges::count_if(text, [](QChar c) { return c.isDigit(); }) >= fewest;
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

BuyerFields::BuyerFields(const QString &language, QWidget *parent)
    : QWidget(parent)
    , m_proposed(language)
    , m_more(new QWidget(this))
    , m_language(new QComboBox(m_more))
    , m_send(new QCheckBox(tr("Send the tickets by e-mail"), m_more))
    , m_note(new InputField(u"noteEdit"_s, m_more))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space(1) / 2);
    addField(firstName, u"firstNameEdit"_s, tr("Buyer's &first name"));
    addField(lastName, u"lastNameEdit"_s, tr("&Last name"));
    addField(email, u"emailEdit"_s, tr("&E-mail, for the tickets"));
    column->addWidget(m_more);
    addMore();
}

void BuyerFields::addMore()
{
    auto *column = new QVBoxLayout(m_more);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space(1) / 2);
    addField(phone, u"phoneEdit"_s, tr("&Phone"));
    m_send->setObjectName(u"sendTicketsBox"_s);
    auto *words = makeLabel(m_more, Theme::Type::Text, Tone::Plain, QFont::Medium);
    words->setText(tr("Lan&guage of the letters"));
    words->setBuddy(m_language);
    m_language->setObjectName(u"buyerLanguageBox"_s);
    m_language->setAccessibleName(tr("Language of the letters"));
    m_language->addItem(u"Русский"_s, u"ru"_s);
    m_language->addItem(u"English"_s, u"en"_s);
    m_note->setWords(tr("&Note"), tr("For this counter only; it is kept in the record of the order."));
    m_note->edit().setMaxLength(200);
    markPrivate(m_note->edit());
    column->addWidget(m_send);
    column->addWidget(words);
    column->addWidget(m_language);
    column->addWidget(m_note);
    setTabOrder(&m_fields[phone]->edit(), m_send); // as they stand, not as they were made
    setTabOrder(m_send, m_language);
    setTabOrder(m_language, &m_note->edit());
    m_more->hide();
    connect(m_send, &QCheckBox::toggled, this, [this] {
        if (m_fields[email]->hasReason())
            check(email);
        Q_EMIT changed();
    });
    connect(m_language, &QComboBox::currentIndexChanged, this, &BuyerFields::changed);
    connect(&m_note->edit(), &QLineEdit::textChanged, this, &BuyerFields::changed);
    connect(&m_note->edit(), &QLineEdit::editingFinished, this, &BuyerFields::noteEntered);
}

void BuyerFields::addField(size_t at, const QString &objectName, const QString &name)
{
    auto *field = new InputField(objectName, at == phone ? m_more : this);
    m_fields[at] = field;
    field->setWords(name, {});
    field->edit().setMaxLength(200);
    markPrivate(field->edit());
    field->parentWidget()->layout()->addWidget(field);
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

bool BuyerFields::isAsked() const
{
    return !m_more->isHidden();
}

bool BuyerFields::sendsTickets() const
{
    return isAsked() && m_send->isChecked();
}

void BuyerFields::show(const PaymentDraft &draft, Need need)
{
    m_need = need;
    m_more->setVisible(draft.buyerFields == PaymentDraft::Buyer::Asked);
    const std::array texts{draft.buyer.firstName, draft.buyer.lastName, draft.buyer.email, draft.buyer.mobile};
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
    const QSignalBlocker sending(m_send); // set by the program
    const QSignalBlocker language(m_language);
    const QSignalBlocker note(m_note->edit());
    m_send->setChecked(draft.delivery == PaymentDraft::Delivery::Email);
    const QString &chosen = draft.buyer.language;
    m_language->setCurrentIndex(std::max(0, m_language->findData(chosen.isEmpty() ? m_proposed : chosen)));
    if (m_note->text() != draft.note)
        m_note->edit().setText(draft.note);
}

void BuyerFields::putInto(PaymentDraft &draft) const
{
    draft.buyer.firstName = m_fields[firstName]->text();
    draft.buyer.lastName = m_fields[lastName]->text();
    draft.buyer.email = m_fields[email]->text();
    draft.buyer.mobile = m_fields[phone]->text();
    if (isAsked())
        draft.buyer.language = m_language->currentData().toString();
    draft.delivery = m_send->isChecked() ? PaymentDraft::Delivery::Email : PaymentDraft::Delivery::Counter;
    draft.note = m_note->text();
}

void BuyerFields::focusFirst()
{
    m_fields[firstName]->edit().setFocus(Qt::OtherFocusReason);
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
    if (at == phone)
        return text.isEmpty() || looksLikePhone(text) ? QString()
                                                      : tr("A number like +7 912 345-67-89 is needed, or none.");
    const bool isNeeded = m_need == Need::NameAndEmail || (at == email && sendsTickets());
    if (at == email)
        return looksLikeEmail(text) || (text.isEmpty() && !isNeeded)
                   ? QString()
                   : tr("An address like anna@example.org is needed.");
    return text.isEmpty() && isNeeded ? tr("This payment method needs it.") : QString();
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
        if ((at != phone || isAsked()) && !reasonOf(at).isEmpty())
            return std::nullopt;
    }
    Customer customer;
    customer.firstName = meant(firstName);
    customer.lastName = meant(lastName);
    customer.email = meant(email);
    if (!isAsked())
        return customer;
    customer.mobile = meant(phone);
    if (customer != Customer())
        customer.language = m_language->currentData().toString();
    return customer;
}

} // namespace okoshko
