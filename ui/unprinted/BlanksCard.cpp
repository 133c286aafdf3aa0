// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/unprinted/BlanksCard.h"

#include "ui/theme/Theme.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/InputField.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/WrapLayout.h"

#include "models/api/ServerClock.h"
#include "models/domain/Text.h"
#include "models/print/BlankStock.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

constexpr int longestNumber = 15;
constexpr int longestCount = 4; ///< digits

/// A number above zero, or nothing.
std::optional<qint64> numberIn(const InputField &field)
{
    const QString text = typedWithoutBlanks(field.text());
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    const bool hasDigitsOnly = std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
    return isNumber && hasDigitsOnly && number > 0 ? std::optional(number) : std::nullopt;
}

} // namespace

BlanksCard::BlanksCard(PrintService &printing, const ServerClock &clock, const QString &queue, const Format &format,
                       QWidget *parent)
    : QFrame(parent)
    , m_printing(printing)
    , m_clock(clock)
    , m_queue(queue)
    , m_format(format)
    , m_title(makeLabel(this, Theme::Type::Heading, Tone::Plain, QFont::DemiBold))
    , m_facts(makeLabel(this))
    , m_today(makeLabel(this, Theme::Type::Note, Tone::Muted))
    , m_actions(new QWidget(this))
    , m_range(makeButton(u"blanksRangeButton"_s, m_actions))
    , m_spoiled(makeButton(u"blanksSpoiledButton"_s, m_actions))
    , m_sheet(makeButton(u"blanksSheetButton"_s, m_actions))
    , m_fields(new QWidget(this))
    , m_first(new InputField(u"blanksFirst_"_s + queue, m_fields))
    , m_second(new InputField(u"blanksSecond_"_s + queue, m_fields))
    , m_save(makeButton(u"blanksSaveButton"_s, m_fields))
    , m_cancel(makeButton(u"blanksCancelButton"_s, m_fields))
{
    setObjectName(u"card"_s);
    m_today->setObjectName(u"blanksToday_"_s + queue);
    for (QLabel *label : {m_title, m_facts, m_today})
        label->setWordWrap(true);
    auto *actions = new WrapLayout(m_actions);
    actions->setContentsMargins(0, 0, 0, 0);
    actions->setSpacing(Theme::space(2));
    actions->addWidget(m_range);
    actions->addWidget(m_spoiled);
    actions->addWidget(m_sheet);
    auto *fields = new QHBoxLayout;
    fields->setSpacing(Theme::space(3));
    fields->addWidget(m_first, 1);
    fields->addWidget(m_second, 2);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::space(2));
    buttons->addWidget(m_save);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    auto *form = new QVBoxLayout(m_fields);
    form->setContentsMargins(0, 0, 0, 0);
    form->addLayout(fields);
    form->addLayout(buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::space(4), Theme::space(3), Theme::space(4), Theme::space(3));
    column->setSpacing(Theme::space(1));
    for (QWidget *part : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_facts),
                          static_cast<QWidget *>(m_today), m_actions, m_fields})
        column->addWidget(part);
    m_save->setKey(Qt::Key_Return);
    m_cancel->setKey(Qt::Key_Escape);
    m_range->setText(tr("Set the &range…"));
    m_spoiled->setText(tr("&Spoiled blanks…"));
    m_sheet->setText(tr("&Today's sheet as CSV…"));
    m_cancel->setText(tr("&Not now"));
    connect(m_range, &QPushButton::clicked, this, [this] { open(Form::Range); });
    connect(m_spoiled, &QPushButton::clicked, this, [this] { open(Form::Spoiled); });
    connect(m_sheet, &QPushButton::clicked, this, [this] { Q_EMIT sheetRequested(m_queue); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { open(Form::None); });
    connect(m_save, &QPushButton::clicked, this, &BlanksCard::save);
    for (const InputField *field : {m_first, m_second})
        connect(&field->edit(), &QLineEdit::textChanged, this, &BlanksCard::check);
    m_fields->hide();
    refresh();
}

ActionButton *BlanksCard::makeButton(const QString &name, QWidget *parent)
{
    auto *button = new ActionButton(ActionButton::Weight::Normal, parent);
    button->setObjectName(name + u'_' + m_queue);
    return button;
}

void BlanksCard::refresh()
{
    const QList<PrinterProfile> &printers = m_printing.settings().printers;
    const auto printer = std::ranges::find_if(printers, [this](const PrinterProfile &one) {
        return one.queue == m_queue && one.blanks == PrinterProfile::Blanks::Numbered;
    });
    const QString itsName = printer == printers.cend() ? m_queue : printer->name;
    m_title->setText(tr("Blanks of the printer “%1”").arg(isolated(sanitizedText(itsName))));
    const auto range = m_printing.blanks().range(m_queue);
    const QLocale &locale = m_format.locale();
    const auto number = [](qint64 value) { return QString::number(value); }; // as it is printed on the paper
    if (!range)
        m_facts->setText(tr("No range is set: take the first and the last number of the stack in the printer."));
    else if (range->next > range->last)
        m_facts->setText(tr("The range %1 to %2 is used up: set the range of the next stack.")
                             .arg(number(range->first), number(range->last)));
    else
        m_facts->setText(inOneLine({tr("from %1 to %2").arg(number(range->first), number(range->last)),
                                    tr("next %1").arg(number(range->next)),
                                    tr("%1 left").arg(locale.toString(range->last - range->next + 1))}));
    setAccessibleName(m_title->text());
    setAccessibleDescription(m_facts->text());
    readToday();
}

void BlanksCard::readToday()
{
    const BlankDay today = BlankDay::of(m_clock.now());
    m_printing.blanks().readUses(today.from, today.till, this, [this](const Journaled<QList<BlankUse>> &uses) {
        if (uses)
            showToday(*uses);
        else
            m_today->setText(tr("Today's sheet cannot be read just now."));
    });
}

void BlanksCard::showToday(const QList<BlankUse> &uses)
{
    const BlankSheet sheet(m_queue, uses);
    QStringList lines{tr("Today: %1 printed, %2 spoiled")
                          .arg(m_format.locale().toString(sheet.printed), m_format.locale().toString(sheet.spoiled))};
    for (const BlankUse &use : sheet.uses) {
        const bool isSpoiled = use.use == BlankUse::Use::Spoiled;
        if (!isSpoiled && use.use != BlankUse::Use::TakenOut)
            continue;
        const QString what = isSpoiled ? tr("spoiled: %1") : tr("taken out unused: %1");
        lines << inOneLine({m_format.clock(use.at), what.arg(m_format.locale().toString(use.count)),
                            BlankSheet::numbers(use), sanitizedText(use.reason)});
    }
    m_today->setText(breakable(lines.join(u'\n')));
}

void BlanksCard::open(Form form)
{
    const Form before = m_form;
    m_form = form;
    m_actions->setVisible(form == Form::None);
    m_fields->setVisible(form != Form::None);
    const auto range = m_printing.blanks().range(m_queue);
    const bool hasNumbers = !m_printing.blanks().isUsedUp(m_queue);
    switch (form) {
    case Form::None:
        return (before == Form::Range ? m_range : m_spoiled)->setFocus();
    case Form::Range:
        m_first->setWords(tr("&First number"), tr("of the first blank that is printed next"));
        m_second->setWords(tr("&Last number"),
                           hasNumbers ? tr("of the stack; the numbers %1 to %2 of the one before are taken out, unused")
                                            .arg(QString::number(range->next), QString::number(range->last))
                                      : tr("of the stack"));
        m_save->setText(tr("Set the ran&ge"));
        m_second->edit().setMaxLength(longestNumber);
        break;
    case Form::Spoiled:
        m_first->setWords(tr("&How many"), hasNumbers ? tr("the next numbers are counted as spoiled")
                                                      : tr("they are counted without their numbers"));
        m_second->setWords(tr("&Why"), tr("e.g. torn, printed askew"));
        m_save->setText(tr("&Book as spoiled"));
        m_second->edit().setMaxLength(BlankStock::longestReason);
        break;
    }
    m_first->edit().setMaxLength(form == Form::Range ? longestNumber : longestCount);
    for (InputField *field : {m_first, m_second})
        field->edit().clear();
    check();
    m_first->edit().setFocus();
}

void BlanksCard::check()
{
    const auto first = numberIn(*m_first);
    const auto second = numberIn(*m_second);
    bool isRight = false;
    QString wrongFirst = m_first->text().isEmpty() || first ? QString() : tr("a number above zero");
    QString wrongSecond;
    switch (m_form) {
    case Form::None:
        return;
    case Form::Range:
        if (!m_second->text().isEmpty() && !second)
            wrongSecond = tr("a number above zero");
        else if (first && second && *second < *first)
            wrongSecond = tr("not below the first number");
        else if (first && second && *second - *first >= maxBlanks)
            wrongSecond = tr("not more than %1 blanks").arg(m_format.locale().toString(maxBlanks));
        isRight = first && second && wrongSecond.isEmpty();
        break;
    case Form::Spoiled: {
        const auto range = m_printing.blanks().range(m_queue);
        const qint64 left = range ? range->last - range->next + 1 : 0;
        if (first && left > 0 && *first > left)
            wrongFirst = tr("there are only %1").arg(m_format.locale().toString(left));
        isRight = first && wrongFirst.isEmpty() && !typedText(m_second->text()).isEmpty();
        break;
    }
    }
    m_first->setReason(wrongFirst);
    m_second->setReason(wrongSecond);
    m_save->setEnabled(isRight);
}

void BlanksCard::save()
{
    const auto first = numberIn(*m_first);
    const auto second = numberIn(*m_second);
    if (m_form == Form::Range && first && second) {
        m_save->setEnabled(false);
        return m_printing.blanks().setRange(m_queue, *first, *second, this, [this](BlankRefusal refusal) {
            if (m_form == Form::Range)
                onBooked(refusal);
        });
    }
    if (m_form == Form::Spoiled && first) {
        const QString why = typedText(m_second->text());
        return onBooked(m_printing.blanks().spoil(m_queue, static_cast<int>(*first), why));
    }
    open(Form::None);
}

void BlanksCard::onBooked(BlankRefusal refusal)
{
    switch (refusal) {
    case BlankRefusal::None:
        return open(Form::None);
    case BlankRefusal::NoRange:
        return check();
    case BlankRefusal::Used:
        return m_first->setReason(tr("a number of this range was used before"));
    case BlankRefusal::InUse:
        m_save->setEnabled(true);
        return m_first->setReason(tr("a print job takes from the blanks before: let it end, or say what came out"));
    case BlankRefusal::NotRecorded:
        m_save->setEnabled(true);
        return m_first->setReason(tr("the journal cannot be read just now: press again in a moment"));
    }
    Q_UNREACHABLE();
}

} // namespace okoshko
