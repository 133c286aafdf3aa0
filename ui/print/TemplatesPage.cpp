// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/TemplatesPage.h"

#include "models/domain/Text.h"
#include "ui/print/TemplatePreview.h"
#include "ui/print/TicketSamples.h"
#include "ui/text/TemplateText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/ColumnArea.h"
#include "ui/widgets/ConfirmQuestion.h"
#include "ui/widgets/InputField.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/RowSelection.h"
#include "ui/widgets/TouchScroll.h"
#include "ui/widgets/WrapLayout.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDir>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalBlocker>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

using Kind = TemplateElement::Kind;
using Align = TemplateElement::Align;
using Weight = TemplateElement::Weight;

constexpr std::array kinds{Kind::Text, Kind::Code128, Kind::Qr, Kind::Image, Kind::Line};
constexpr std::array resolutions{180, 203, 300, 600};
constexpr qsizetype mostBroken = 6; ///< files that are shown

QString shown(double number)
{
    return QString::number(std::round(number * 100) / 100);
}

/// A number with a comma or a dot.
std::optional<double> numberIn(const QString &text)
{
    bool isNumber = false;
    const double number = typedWithoutBlanks(text).replace(u',', u'.').toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? std::optional(toThousandths(number)) : std::nullopt;
}

ActionButton *makeButton(const QString &objectName, const QString &text, QWidget *parent)
{
    auto *button = new ActionButton(ActionButton::Weight::Normal, parent);
    button->setObjectName(objectName);
    button->setText(text);
    return button;
}

} // namespace

TemplatesPage::TemplatesPage(const QString &language, QWidget *parent)
    : Page(parent)
    , m_language(language)
    , m_shipped(shippedTemplates())
    , m_notice(new Notice(this))
    , m_question(new ConfirmQuestion(this))
{
    setObjectName(u"templatesPage"_s);
    m_notice->setObjectName(u"templatesNotice"_s);
    head().addStretch();
    auto *parts = makeSide();
    auto *middle = new QWidget(this);
    m_formColumn = new QVBoxLayout(middle);
    m_formColumn->setContentsMargins(Theme::space(3), Theme::space(3), Theme::space(3), Theme::space(3));
    m_formColumn->addStretch();
    auto *form = new ColumnArea(middle, this);
    auto *thirds = new QHBoxLayout;
    thirds->setSpacing(0);
    thirds->addWidget(parts, 2);
    thirds->addWidget(form, 3);
    thirds->addWidget(makeShown(), 4);
    auto *notices = new QVBoxLayout;
    notices->setContentsMargins(Theme::space(4), 0, Theme::space(4), 0);
    notices->addWidget(m_question);
    notices->addWidget(m_notice);
    body().addLayout(notices);
    body().addLayout(thirds, 1);
    body().addWidget(makeFoot());
    connect(&back(), &QPushButton::clicked, this, [this] { leaveDraft([this] { Q_EMIT left(); }); });
    setTitle(tr("Ticket templates"));
    back().setText(tr("Se&ttings"));
    begin({});
}

QWidget *TemplatesPage::makeSide()
{
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(Theme::space(3), Theme::space(3), Theme::space(2), Theme::space(3));
    column->setSpacing(Theme::space(2));
    makeTemplates(*side, *column);
    makeParts(*side, *column);
    return side;
}

void TemplatesPage::makeTemplates(QWidget &side, QBoxLayout &column)
{
    m_templates = new QComboBox(&side);
    m_templates->setObjectName(u"templateChoice"_s);
    m_templates->setAccessibleName(tr("Template"));
    m_templates->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto *copy = makeButton(u"copyTemplateButton"_s, tr("&Copy"), &side);
    copy->setToolTip(tr("Makes a template of this counter's own, which can be changed."));
    m_remove = makeButton(u"removeTemplateButton"_s, tr("Remo&ve"), &side);
    auto *import = makeButton(u"importTemplateButton"_s, tr("&Import…"), &side);
    m_export = makeButton(u"exportTemplateButton"_s, tr("&Export…"), &side);
    auto *files = new WrapLayout;
    files->setSpacing(Theme::space(1));
    for (ActionButton *button : {copy, m_remove, import, m_export})
        files->addWidget(button);
    column.addWidget(m_templates);
    column.addLayout(files);
    connect(m_templates, &QComboBox::activated, this, &TemplatesPage::choose);
    connect(copy, &QPushButton::clicked, this, [this] { leaveDraft([this] { copyTemplate(); }); });
    connect(m_remove, &QPushButton::clicked, this, &TemplatesPage::askToRemove);
    connect(import, &QPushButton::clicked, this, [this] { leaveDraft([this] { Q_EMIT importRequested(); }); });
    connect(m_export, &QPushButton::clicked, this, [this] { Q_EMIT exportRequested(m_draft); });
}

void TemplatesPage::copyTemplate()
{
    TicketTemplate own = m_saved;
    own.id = freeId(own.id);
    for (QString &name : own.name)
        name = tr("%1, copy").arg(name);
    setDraft(own);
}

void TemplatesPage::askToRemove()
{
    m_question->ask({{tr("Remove this template?"), tr("Printers that use it need another one then.")},
                     tr("&Yes, remove"),
                     u"removeTemplateYesButton"_s,
                     tr("&No"),
                     u"removeTemplateNoButton"_s},
                    [this] {
                        const QString id = m_draft.id;
                        m_own.removeIf([&id](const TicketTemplate &each) { return each.id == id; });
                        begin(m_own);
                        Q_EMIT removeRequested(id);
                    });
}

void TemplatesPage::makeParts(QWidget &side, QBoxLayout &column)
{
    m_parts = new QListWidget(&side);
    m_parts->setObjectName(u"partsList"_s);
    m_parts->setAccessibleName(tr("Parts of the ticket"));
    RowSelection::install(*m_parts);
    TouchScroll::install(*m_parts);
    m_parts->setSpacing(1);
    m_parts->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_kinds = new QComboBox(&side);
    m_kinds->setObjectName(u"addPartChoice"_s);
    m_kinds->setAccessibleName(tr("Kind of the new part"));
    for (const Kind kind : kinds)
        m_kinds->addItem(TemplateText::name(kind));
    auto *add = makeButton(u"addPartButton"_s, tr("&Add"), &side);
    m_removePart = makeButton(u"removePartButton"_s, tr("&Delete"), &side);
    m_up = makeButton(u"partUpButton"_s, tr("&Up"), &side);
    m_down = makeButton(u"partDownButton"_s, tr("Do&wn"), &side);
    auto *changes = new WrapLayout;
    changes->setSpacing(Theme::space(1));
    changes->addWidget(m_kinds);
    for (ActionButton *button : {add, m_removePart, m_up, m_down})
        changes->addWidget(button);
    column.addWidget(m_parts, 1);
    column.addLayout(changes);
    connect(m_parts, &QListWidget::currentRowChanged, this, &TemplatesPage::showFields);
    connect(add, &QPushButton::clicked, this, &TemplatesPage::addPart);
    connect(m_removePart, &QPushButton::clicked, this, &TemplatesPage::removePart);
    connect(m_up, &QPushButton::clicked, this, [this] { movePart(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { movePart(1); });
}

QWidget *TemplatesPage::makeShown()
{
    auto *side = new QWidget(this);
    m_preview = new TemplatePreview(m_language, side);
    m_samples = new QComboBox(side);
    m_samples->setObjectName(u"sampleChoice"_s);
    m_samples->setAccessibleName(tr("Ticket of the preview"));
    setSold({});
    m_dpi = new QComboBox(side);
    m_dpi->setObjectName(u"dpiChoice"_s);
    m_dpi->setAccessibleName(tr("The printer's dots per inch"));
    for (const int dpi : resolutions)
        m_dpi->addItem(tr("%1 dpi").arg(dpi), dpi);
    m_dpi->setCurrentIndex(1);
    auto *choices = new WrapLayout;
    choices->setSpacing(Theme::space(2));
    choices->addWidget(m_samples);
    choices->addWidget(m_dpi);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(Theme::space(2), Theme::space(3), Theme::space(3), Theme::space(3));
    column->setSpacing(Theme::space(2));
    column->addLayout(choices);
    column->addWidget(m_preview, 1);
    connect(m_samples, &QComboBox::activated, this, &TemplatesPage::showSample);
    connect(m_dpi, &QComboBox::activated, this, &TemplatesPage::check);
    return side;
}

void TemplatesPage::setSold(const std::optional<TicketFields> &sold)
{
    m_sold = sold;
    const int before = m_samples->currentIndex();
    m_samples->clear();
    m_samples->addItem(tr("a usual ticket"));
    m_samples->addItem(tr("the longest ticket"));
    if (sold)
        m_samples->addItem(tr("the ticket sold last"));
    m_samples->setCurrentIndex(before < m_samples->count() ? std::max(before, 0) : 0);
    showSample();
}

void TemplatesPage::showSample()
{
    using Sample = TicketSamples::Sample;
    const int at = m_samples->currentIndex();
    m_preview->setTicket(at == 2 ? *m_sold
                                 : TicketSamples::ticket(at == 1 ? Sample::Longest : Sample::Usual, m_language));
}

QWidget *TemplatesPage::makeFoot()
{
    auto *foot = new QFrame(this);
    foot->setObjectName(u"foot"_s);
    m_faults = makeLabel(foot, Theme::Type::Note, Tone::Urgent);
    m_faults->setObjectName(u"templateFaults"_s);
    m_faults->setWordWrap(true);
    m_save = new ActionButton(ActionButton::Weight::Primary, foot);
    m_save->setObjectName(u"saveTemplateButton"_s);
    m_save->setText(tr("&Save"));
    m_save->setToolTip(tr("Ctrl+S"));
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(Theme::space(4), Theme::space(2), Theme::space(4), Theme::space(2));
    row->addWidget(m_faults, 1);
    row->addWidget(m_save);
    connect(m_save, &QPushButton::clicked, this, &TemplatesPage::save);
    return foot;
}

void TemplatesPage::begin(const QList<TicketTemplate> &own, const QString &current)
{
    m_own = own;
    m_draft = m_saved;
    m_unread.clear();
    m_notice->clear();
    m_question->withdraw();
    {
        const QSignalBlocker quiet(m_templates);
        m_templates->clear();
        for (const TicketTemplate &each : m_shipped + m_own)
            m_templates->addItem(textIn(each.name, m_language), each.id);
        m_templates->setCurrentIndex(std::max(0, m_templates->findData(current)));
    }
    choose(m_templates->currentIndex());
}

void TemplatesPage::choose(int at)
{
    const QString id = m_templates->itemData(at).toString();
    const QList<TicketTemplate> all = m_shipped + m_own;
    const TicketTemplate *found = findTemplate(all, id);
    if (!found)
        return;
    leaveDraft([this, chosen = *found] {
        m_saved = chosen;
        setDraft(chosen);
    });
    if (m_saved.id != id) // until the question is answered
        m_templates->setCurrentIndex(m_templates->findData(m_saved.id));
}

void TemplatesPage::leaveDraft(const std::function<void()> &then)
{
    if (m_draft == m_saved && m_unread.isEmpty())
        return then();
    m_question->ask({{tr("Leave without saving?"), tr("What you have changed in this template is lost.")},
                     tr("&Yes, leave"),
                     u"leaveTemplateYesButton"_s,
                     tr("S&tay here"),
                     u"leaveTemplateNoButton"_s},
                    [this, then] {
                        setDraft(m_saved);
                        then();
                    });
}

bool TemplatesPage::isOwn() const
{
    return !findTemplate(m_shipped, m_draft.id);
}

QString TemplatesPage::freeId(const QString &like) const
{
    QString id;
    for (int i = 1; id.isEmpty() || findTemplate(m_shipped, id) || findTemplate(m_own, id); ++i)
        id = u"%1-%2"_s.arg(like.left(50)).arg(i);
    return id;
}

void TemplatesPage::setDraft(const TicketTemplate &draft)
{
    m_draft = draft;
    const int at = m_templates->findData(draft.id);
    if (at >= 0)
        m_templates->setCurrentIndex(at);
    listParts();
    m_parts->setCurrentRow(0);
    showFields();
    check();
}

QString TemplatesPage::nameOf(int element) const
{
    const TemplateElement &part = m_draft.elements.at(element);
    QString text = textIn(part.text, m_language);
    for (const TicketField field : fieldsIn(text))
        text.replace(u'{' + toWord(field) + u'}', u'[' + TemplateText::name(field) + u']');
    text = sanitizedText(text, 60);
    const QString kind = TemplateText::name(part.kind);
    return text.isEmpty() ? u"%1. %2"_s.arg(element + 1).arg(kind) : u"%1. %2: %3"_s.arg(element + 1).arg(kind, text);
}

void TemplatesPage::listParts()
{
    const QSignalBlocker quiet(m_parts);
    m_parts->clear();
    m_parts->addItem(tr("Paper"));
    for (int i = 0; i < m_draft.elements.size(); ++i)
        m_parts->addItem(nameOf(i));
}

int TemplatesPage::currentPart() const
{
    return std::min(m_parts->currentRow(), static_cast<int>(m_draft.elements.size())) - 1;
}

int TemplatesPage::dpi() const
{
    return m_dpi->currentData().toInt();
}

void TemplatesPage::beginForm()
{
    if (m_form) { // of the part before; one of its fields may have the focus
        m_form->hide();
        m_form->deleteLater();
    }
    m_fields.clear();
    m_unread.clear();
    m_form = new QWidget(this);
    m_grid = new QGridLayout(m_form);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Theme::space(3));
    m_grid->setVerticalSpacing(Theme::space(2));
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    m_cells = 0;
    m_formColumn->insertWidget(0, m_form);
}

void TemplatesPage::addToForm(QWidget *widget, Span span)
{
    if (span == Span::Whole)
        m_cells += m_cells % 2;
    m_grid->addWidget(widget, m_cells / 2, m_cells % 2, 1, span == Span::Whole ? 2 : 1, Qt::AlignTop);
    m_cells += span == Span::Whole ? 2 : 1;
}

void TemplatesPage::addField(const QString &path, const QString &name, const QString &hint, const Read &read,
                             const Write &write)
{
    auto *field = new InputField(path.section(u'.', -1) + u"Edit"_s, m_form);
    field->setWords(name, hint);
    field->edit().setText(read());
    field->setEnabled(isOwn());
    const bool isNumber = numberIn(read()).has_value();
    addToForm(field, isNumber && hint.isEmpty() ? Span::Half : Span::Whole);
    m_fields.insert(path, field);
    connect(&field->edit(), &QLineEdit::textEdited, this, [this, path, write](const QString &text) {
        m_unread.removeAll(path);
        if (!write(text))
            m_unread << path;
        check();
    });
}

void TemplatesPage::addNumber(const QString &path, const QString &name, const QString &hint, const Of<double> &value)
{
    addField(
        path, name, hint, [value] { return shown(value()); },
        [value](const QString &text) {
            const auto number = numberIn(text);
            value() = number.value_or(value());
            return number.has_value();
        });
}

void TemplatesPage::addText(const QString &path, const QString &name, const Of<TextByLanguage> &texts,
                            const QString &language)
{
    addField(
        path + u'.' + language, name, {}, [texts, language] { return textIn(texts(), language); },
        [texts, language](const QString &text) {
            TextByLanguage &changed = texts();
            // A text for all languages becomes one for each.
            if (changed.contains(QString()) || changed.isEmpty()) {
                const QString before = changed.take(QString());
                changed = {{u"ru"_s, before}, {u"en"_s, before}};
            }
            changed[language] = text;
            return true;
        });
}

void TemplatesPage::addChoice(const QString &objectName, const QString &name, const QStringList &words, int current,
                              const std::function<void(int)> &chosen)
{
    auto *cell = new QWidget(m_form);
    auto *label = makeLabel(cell);
    label->setText(name);
    auto *choice = new QComboBox(cell);
    choice->setObjectName(objectName);
    choice->setAccessibleName(name);
    choice->addItems(words);
    choice->setCurrentIndex(current);
    choice->setEnabled(isOwn());
    auto *column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space(1));
    column->addWidget(label);
    column->addWidget(choice);
    addToForm(cell, Span::Half);
    connect(choice, &QComboBox::activated, this, [this, chosen](int at) {
        chosen(at);
        check();
    });
}

void TemplatesPage::addPlace(const QString &prefix, const Of<QRectF> &box, const Of<int> &rotation)
{
    const auto addEdge = [&](const QString &field, const QString &name, double (QRectF::*read)() const,
                             void (*write)(QRectF &, double)) {
        addField(
            prefix + field, name, {}, [box, read] { return shown((box().*read)()); },
            [box, write](const QString &text) {
                const auto number = numberIn(text);
                if (number)
                    write(box(), *number);
                return number.has_value();
            });
    };
    addEdge(u"x"_s, tr("From the left, mm"), &QRectF::x, [](QRectF &b, double value) { b.moveLeft(value); });
    addEdge(u"y"_s, tr("From the top, mm"), &QRectF::y, [](QRectF &b, double value) { b.moveTop(value); });
    addEdge(u"width"_s, tr("Width, mm"), &QRectF::width, [](QRectF &b, double value) { b.setWidth(value); });
    addEdge(u"height"_s, tr("Height, mm"), &QRectF::height, [](QRectF &b, double value) { b.setHeight(value); });
    addChoice(u"rotationChoice"_s, tr("Turned clockwise"), {u"0°"_s, u"90°"_s, u"180°"_s, u"270°"_s}, rotation() / 90,
              [rotation](int at) { rotation() = at * 90; });
}

void TemplatesPage::showFields()
{
    beginForm();
    const int part = currentPart();
    m_preview->setCurrent(part);
    m_removePart->setEnabled(isOwn() && part >= 0);
    m_up->setEnabled(isOwn() && part > 0);
    m_down->setEnabled(isOwn() && part >= 0 && part + 1 < m_draft.elements.size());
    if (part < 0)
        showPageFields();
    else
        showPartFields(part);
    check();
}

void TemplatesPage::showPageFields()
{
    addText(
        u"name"_s, tr("Name in Russian"), [this]() -> TextByLanguage & { return m_draft.name; }, u"ru"_s);
    addText(
        u"name"_s, tr("Name in English"), [this]() -> TextByLanguage & { return m_draft.name; }, u"en"_s);
    TicketPage &page = m_draft.page;
    addNumber(u"page.width"_s, tr("Paper width, mm"), {}, [this]() -> double & { return m_draft.page.width; });
    addNumber(u"page.height"_s, tr("Paper length, mm"), tr("Of a roll: the longest ticket."),
              [this]() -> double & { return m_draft.page.height; });
    addChoice(u"lengthChoice"_s, tr("Length"), {tr("fixed"), tr("as long as the content (roll)")},
              page.length == TicketPage::Length::Flow ? 1 : 0,
              [&page](int at) { page.length = at == 1 ? TicketPage::Length::Flow : TicketPage::Length::Fixed; });
    addNumber(u"page.margin"_s, tr("Margin the printer cannot reach, mm"), {},
              [this]() -> double & { return m_draft.page.margin; });
    addField(
        u"page.places"_s, tr("Tickets on a page, one below another"), {},
        [&page] { return QString::number(page.places); },
        [&page](const QString &text) {
            bool isNumber = false;
            const int number = typedWithoutBlanks(text).toInt(&isNumber);
            page.places = isNumber ? std::max(0, number) : page.places;
            return isNumber && number > 0;
        });
    auto *marks = makeLabel(m_form, Theme::Type::Text, Tone::Plain, QFont::DemiBold);
    marks->setText(tr("Strip for the mark of duplicates"));
    marks->setWordWrap(true);
    addToForm(marks, Span::Whole);
    addPlace(
        u"marks."_s, [this]() -> QRectF & { return m_draft.marks; },
        [this]() -> int & { return m_draft.marksRotation; });
}

void TemplatesPage::showPartFields(int part)
{
    const TemplateElement element = m_draft.elements.at(part);
    const auto of = [this, part]() -> TemplateElement & { return m_draft.elements[part]; };
    const QString prefix = u"elements[%1]."_s.arg(part);
    const bool isText = element.kind == Kind::Text;
    if (isText || element.kind == Kind::Code128 || element.kind == Kind::Qr) {
        QStringList fields;
        for (int i = 0; i <= static_cast<int>(TicketField::TicketOfOrder); ++i)
            fields << u'{' + toWord(static_cast<TicketField>(i)) + u'}';
        addText(
            prefix + u"text"_s, tr("Text in Russian"), [of]() -> TextByLanguage & { return of().text; }, u"ru"_s);
        addText(
            prefix + u"text"_s, tr("Text in English"), [of]() -> TextByLanguage & { return of().text; }, u"en"_s);
        auto *known = makeLabel(m_form, Theme::Type::Note, Tone::Muted);
        known->setWordWrap(true);
        known->setText(tr("Fields: %1").arg(fields.join(u' ')));
        addToForm(known, Span::Whole);
    }
    if (element.kind == Kind::Image) {
        auto *picture = makeButton(u"choosePictureButton"_s, tr("Choose a &picture…"), m_form);
        picture->setEnabled(isOwn());
        addToForm(picture, Span::Whole);
        connect(picture, &QPushButton::clicked, this, &TemplatesPage::pictureRequested);
    }
    if (isText) {
        addNumber(prefix + u"size"_s, tr("Letter size, mm"), {}, [of]() -> double & { return of().size; });
        addNumber(prefix + u"floor"_s, tr("Smallest size, mm"),
                  tr("A long text shrinks to this; what does not fit then ends in “…”."),
                  [of]() -> double & { return of().floor; });
        addChoice(u"weightChoice"_s, tr("Letters"), {tr("regular"), tr("bold")}, element.weight == Weight::Bold ? 1 : 0,
                  [of](int at) { of().weight = at == 1 ? Weight::Bold : Weight::Regular; });
        addChoice(u"alignChoice"_s, tr("Aligned"), {tr("left"), tr("in the middle"), tr("right")},
                  static_cast<int>(element.align), [of](int at) { of().align = static_cast<Align>(at); });
    }
    addPlace(
        prefix, [of]() -> QRectF & { return of().box; }, [of]() -> int & { return of().rotation; });
}

void TemplatesPage::addPart()
{
    if (!isOwn())
        return;
    TemplateElement element;
    element.kind = kinds.at(static_cast<size_t>(m_kinds->currentIndex()));
    const double margin = m_draft.page.margin;
    element.box = QRectF(margin, margin, std::max(10.0, m_draft.page.width - 2 * margin), 6);
    if (element.kind == Kind::Code128 || element.kind == Kind::Qr)
        element.text = {{QString(), u"{barcode}"_s}};
    m_draft.elements << element;
    listParts();
    m_parts->setCurrentRow(static_cast<int>(m_draft.elements.size()));
    showFields();
}

void TemplatesPage::removePart()
{
    const int part = currentPart();
    if (part < 0 || !isOwn())
        return;
    m_draft.elements.removeAt(part);
    listParts();
    m_parts->setCurrentRow(std::min(part + 1, static_cast<int>(m_draft.elements.size())));
    showFields();
}

void TemplatesPage::movePart(int by)
{
    const int part = currentPart();
    if (part < 0 || part + by < 0 || part + by >= m_draft.elements.size() || !isOwn())
        return;
    m_draft.elements.swapItemsAt(part, part + by);
    listParts();
    m_parts->setCurrentRow(part + by + 1);
    showFields();
}

void TemplatesPage::check()
{
    const QList<TemplateFault> faults = okoshko::check(m_draft, dpi());
    m_preview->setTemplate(m_draft, dpi());
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field) {
        const QString text = field.key().section(u'.', 0, -2); // of `elements[3].text.ru`
        const auto fault = std::ranges::find_if(faults, [&](const TemplateFault &each) {
            return each.field == field.key() || (each.field == text && text.endsWith(u"text"));
        });
        if (m_unread.contains(field.key()))
            field.value()->setReason(TemplateText::reason({TemplateReason::WantsNumber, field.key()}));
        else if (fault != faults.cend())
            field.value()->setReason(TemplateText::reason(*fault), isAdvice(fault->reason)
                                                                       ? InputField::Severity::Doubtful
                                                                       : InputField::Severity::Wrong);
        else
            field.value()->setReason({});
    }
    QStringList lines;
    constexpr qsizetype most = 5;
    for (const TemplateFault &fault : faults) {
        const int element = fault.element();
        const QString reason = TemplateText::reason(fault);
        lines << (element >= 0 && element < m_draft.elements.size() ? nameOf(element) + u" — "_s + reason : reason);
    }
    const qsizetype shownLinesCount = shownLines(lines.size(), most);
    if (shownLinesCount < lines.size()) {
        const auto rest = static_cast<int>(lines.size() - shownLinesCount);
        lines = lines.first(shownLinesCount) << tr("and %n more", nullptr, rest);
    }
    const bool isRight = isUsable(faults) && m_unread.isEmpty();
    setTone(*m_faults, isRight ? Tone::Muted : Tone::Urgent);
    if (!isOwn())
        lines.prepend(tr("This template comes with the program. Copy it to change it."));
    m_faults->setText(lines.join(u'\n'));
    m_export->setEnabled(isRight); // no Okoshko would read it
    m_save->setEnabled(isOwn() && isRight && (m_draft != m_saved));
    m_remove->setEnabled(isOwn() && findTemplate(m_own, m_draft.id));
    for (int i = 0; i < m_draft.elements.size() && i + 1 < m_parts->count(); ++i)
        m_parts->item(i + 1)->setText(nameOf(i));
}

void TemplatesPage::save()
{
    if (m_save->isEnabled())
        Q_EMIT saveRequested(m_draft);
}

void TemplatesPage::showSaved(const TicketTemplate &saved)
{
    m_own.removeIf([&saved](const TicketTemplate &each) { return each.id == saved.id; });
    m_saved = m_draft = saved;
    begin(m_own << saved, saved.id);
    notify(Notice::Kind::Success, tr("The template is saved."));
}

void TemplatesPage::showNotSaved(const QString &reason)
{
    notify(Notice::Kind::Failure, tr("The template could not be written."), tr("The computer says: %1").arg(reason));
}

void TemplatesPage::showImported(const QString &path, const TemplateReading &reading)
{
    const QString place = QDir::toNativeSeparators(path);
    if (!isUsable(reading.faults))
        return notify(Notice::Kind::Failure, tr("Nothing was changed: %1 has mistakes.").arg(place),
                      TemplateText::inFile(reading.faults));
    TicketTemplate read = reading.read;
    if (findTemplate(m_shipped, read.id))
        read.id = freeId(read.id);
    setDraft(read);
    notify(Notice::Kind::Info, tr("Read from %1").arg(place),
           findTemplate(m_own, read.id) ? tr("It replaces the template of the same name once you save it.")
                                        : tr("Look it through, and save it."));
}

void TemplatesPage::showBroken(const QList<BrokenTemplate> &files)
{
    QStringList words;
    for (const BrokenTemplate &file : files.first(shownLines(files.size(), mostBroken)))
        words << QDir::toNativeSeparators(file.path) << TemplateText::inFile(file.faults);
    notify(Notice::Kind::Failure,
           tr("%n template(s) cannot be used. Mend the file(s), or take them out of the folder.", nullptr,
              static_cast<int>(files.size())),
           words.join(u'\n'));
}

void TemplatesPage::showPicture(const QByteArray &image)
{
    const int part = currentPart();
    if (part < 0 || m_draft.elements.at(part).kind != Kind::Image || !isOwn())
        return;
    m_draft.elements[part].image = image;
    check();
}

void TemplatesPage::notify(Notice::Kind kind, const QString &title, const QString &words)
{
    m_question->withdraw();
    m_notice->showMessage(kind, {title, words});
}

void TemplatesPage::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Save) && !event->isAutoRepeat())
        save();
    else
        Page::keyPressEvent(event);
}

bool TemplatesPage::isAtRest() const
{
    return m_draft == m_saved && m_unread.isEmpty() && m_notice->isHidden() && !m_question->isAsking();
}

void TemplatesPage::focusFirst()
{
    if (isVisibleTo(window()))
        m_parts->setFocus();
}

} // namespace okoshko
