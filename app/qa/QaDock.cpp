// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/qa/QaDock.h"

#include "app/qa/QaListModel.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/ColumnArea.h"
#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/RowSelection.h"
#include "ui/widgets/SearchEdit.h"
#include "ui/widgets/TouchScroll.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFontMetrics>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMouseEvent>
#include <QPainter>
#include <QShortcut>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace okoshko {

using sandbox::RequestKind;
using sandbox::Scenario;

namespace {

QFont titleFont()
{
    return Theme::font(Theme::Type::Text);
}

QFont noteFont()
{
    return Theme::font(Theme::Type::Note);
}

QFont headingFont()
{
    return Theme::font(Theme::Type::Note, QFont::DemiBold);
}

bool isHeading(const QModelIndex &index)
{
    return index.data(QaListModel::NameRole).toString().isEmpty();
}

QRect boxOf(const QRect &row)
{
    const int side = Theme::space(4);
    return {row.left() + Theme::space(3), row.top() + (row.height() - side) / 2, side, side};
}

int titleLeft(const QRect &row)
{
    return boxOf(row).right() + Theme::space(2);
}

/// A row of the list: a group's heading, or a scenario with check box, title and a line with its state. A click on the
/// box or Space toggles it.
class QaDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    static void paintBox(QPainter &painter, const QRect &rect, Qt::CheckState state);
};

QSize QaDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (isHeading(index))
        return {0, QFontMetrics(headingFont()).height() + Theme::space(3)};
    return {0, QFontMetrics(titleFont()).height() + QFontMetrics(noteFont()).height() + Theme::space(2)};
}

void QaDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme::Palette &p = Theme::palette();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect row = option.rect;
    if (isHeading(index)) {
        painter->fillRect(row, p.raised);
        painter->setFont(headingFont());
        painter->setPen(p.muted);
        painter->drawText(row.adjusted(Theme::space(3), 0, -Theme::space(3), 0), Qt::AlignVCenter,
                          index.data(Qt::DisplayRole).toString());
        painter->restore();
        return;
    }
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(row, selected ? p.selection : p.surface);
    if (selected && option.state.testFlag(QStyle::State_HasFocus))
        painter->fillRect(QRect(row.topLeft(), QSize(Theme::space(1), row.height())), p.accent);
    const auto state = static_cast<Qt::CheckState>(index.data(Qt::CheckStateRole).toInt());
    paintBox(*painter, boxOf(row), state);

    const QFontMetrics title(titleFont());
    const QFontMetrics note(noteFont());
    const int left = titleLeft(row);
    const int width = row.right() - Theme::space(2) - left;
    const int top = row.top() + (row.height() - title.height() - note.height()) / 2;
    painter->setFont(titleFont());
    painter->setPen(p.text);
    painter->drawText(QRect(left, top, width, title.height()), Qt::AlignVCenter,
                      title.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, width));
    painter->setFont(noteFont());
    painter->setPen(state == Qt::Checked ? p.text : p.muted);
    painter->drawText(QRect(left, top + title.height(), width, note.height()), Qt::AlignVCenter,
                      note.elidedText(index.data(QaListModel::NoteRole).toString(), Qt::ElideRight, width));
    painter->restore();
}

void QaDelegate::paintBox(QPainter &painter, const QRect &rect, Qt::CheckState state)
{
    const Theme::Palette &p = Theme::palette();
    const bool on = state == Qt::Checked;
    painter.setPen(on ? p.accent : p.control);
    painter.setBrush(on ? p.accent : p.surface);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), Theme::space(1), Theme::space(1));
    if (on)
        painter.drawPixmap(rect.topLeft(), iconPixmap(IconName::Check, p.onAccent, rect.width(),
                                                      painter.device()->devicePixelRatioF()));
}

bool QaDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    if (isHeading(index))
        return false;
    const auto tick = [&] { return model->setData(index, {}, Qt::CheckStateRole); };
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const QPoint at = mouse->position().toPoint();
        return mouse->button() == Qt::LeftButton && option.rect.contains(at) && at.x() < titleLeft(option.rect) &&
               tick();
    }
    return event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space && tick();
}

} // namespace

QaDock::QaDock(sandbox::ScenarioBoard &board, const QString &address, const Format &format, QWidget *parent)
    : QFrame(parent)
    , m_board(board)
    , m_model(new QaListModel(board, format, this))
    , m_filter(new SearchEdit(this))
    , m_list(new QListView(this))
{
    setObjectName(u"qaDock"_s);
    m_filter->setObjectName(u"qaFilter"_s);
    m_list->setObjectName(u"qaList"_s);
    m_list->setModel(m_model);
    RowSelection::install(*m_list);
    TouchScroll::install(*m_list);
    m_list->setItemDelegate(new QaDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    auto *search = new QHBoxLayout;
    search->setContentsMargins(Theme::space(3), Theme::space(2), Theme::space(3), Theme::space(2));
    search->addWidget(m_filter);
    column->addLayout(search);
    column->addWidget(m_list, 1);
    column->addWidget(new ColumnArea(makeDetail(), this));
    setFocusProxy(m_filter);
    connectAll();
    m_title->setText(tr("QA scenarios"));
    setAccessibleName(m_title->text());
    m_close->setAccessibleName(tr("Close"));
    m_close->setToolTip(tr("Close (F12)"));
    m_filter->setPlaceholderText(tr("Scenario"));
    m_filter->setAccessibleName(tr("Find a scenario"));
    m_list->setAccessibleName(tr("Scenarios"));
    m_momentLabel->setText(tr("when"));
    m_moment->setAccessibleName(tr("At which request"));
    m_lastingLabel->setText(tr("how often"));
    m_lasting->setAccessibleName(tr("How often"));
    m_allOff->setText(tr("Switch all off"));
    m_address->setText(address);
    m_address->setVisible(!address.isEmpty());
    m_list->setCurrentIndex(m_model->firstScenario());
    showCurrent();
    showCount();
}

QWidget *QaDock::makeHead()
{
    auto *head = new QFrame(this);
    head->setObjectName(u"bar"_s);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(Theme::space(3), Theme::space(1), Theme::space(1), Theme::space(1));
    row->setSpacing(Theme::space(2));
    m_title = makeLabel(head, Theme::Type::Text, Tone::Plain, QFont::DemiBold);
    m_count = makeLabel(head, Theme::Type::Note, Tone::Accent, QFont::DemiBold);
    m_count->setObjectName(u"qaCount"_s);
    m_close = new ActionButton(ActionButton::Weight::Normal, head);
    m_close->setObjectName(u"qaClose"_s);
    m_close->setDrawing(IconName::Cross);
    row->addWidget(m_title);
    row->addWidget(m_count);
    row->addStretch();
    row->addWidget(m_close);
    return head;
}

QWidget *QaDock::makeDetail()
{
    auto *foot = new QFrame(this);
    foot->setObjectName(u"foot"_s);
    auto *grid = new QGridLayout(foot);
    grid->setContentsMargins(Theme::space(3), Theme::space(2), Theme::space(3), Theme::space(2));
    grid->setHorizontalSpacing(Theme::space(2));
    grid->setVerticalSpacing(Theme::space(1));
    grid->setColumnStretch(1, 1);
    m_description = makeLabel(foot, Theme::Type::Note);
    m_description->setObjectName(u"qaDescription"_s);
    m_description->setWordWrap(true);
    m_momentLabel = makeLabel(foot, Theme::Type::Note, Tone::Muted);
    m_lastingLabel = makeLabel(foot, Theme::Type::Note, Tone::Muted);
    m_moment = new QComboBox(foot);
    m_moment->setObjectName(u"qaMoment"_s);
    m_lasting = new QComboBox(foot);
    m_lasting->setObjectName(u"qaLasting"_s);
    for (QComboBox *combo : {m_moment, m_lasting}) {
        // A long word must not widen the dock.
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setMinimumContentsLength(12);
    }
    m_address = new ElidedLabel(Theme::Type::Note, Tone::Muted, QFont::Normal, foot);
    m_address->setObjectName(u"qaAddress"_s);
    m_allOff = new ActionButton(ActionButton::Weight::Normal, foot);
    m_allOff->setObjectName(u"qaAllOff"_s);
    m_allOff->setKeyCap(u"Shift+F12"_s);
    grid->addWidget(m_description, 0, 0, 1, 2);
    grid->addWidget(m_momentLabel, 1, 0);
    grid->addWidget(m_moment, 1, 1);
    grid->addWidget(m_lastingLabel, 2, 0);
    grid->addWidget(m_lasting, 2, 1);
    grid->addWidget(m_allOff, 3, 0, 1, 2);
    grid->addWidget(m_address, 4, 0, 1, 2);
    return foot;
}

void QaDock::connectAll()
{
    m_filter->installEventFilter(this);
    m_list->installEventFilter(this);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &typed) {
        m_model->setSought(typed);
        m_list->setCurrentIndex(m_model->firstScenario());
        showCurrent();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &QaDock::showCurrent);
    connect(m_model, &QaListModel::switchRequested, this, &QaDock::toggle);
    for (QComboBox *combo : {m_moment, m_lasting})
        connect(combo, &QComboBox::activated, this, &QaDock::rearm);
    connect(&m_board, &sandbox::ScenarioBoard::changed, this, &QaDock::showCount);
    const auto switchAllOff = [this] { m_board.disarmAll(); };
    connect(m_allOff, &QPushButton::clicked, this, switchAllOff);
    connect(new QShortcut(Qt::SHIFT | Qt::Key_F12, this), &QShortcut::activated, this, switchAllOff);
    connect(m_close, &QPushButton::clicked, this, &QaDock::closeRequested);
}

void QaDock::showCount()
{
    const int on = m_model->countOn();
    m_count->setText(on > 0 ? tr("%n on", nullptr, on) : QString());
    m_allOff->setEnabled(on > 0);
}

void QaDock::choose(const QString &name)
{
    const QModelIndex index = m_model->indexOf(name);
    m_list->setCurrentIndex(index.isValid() ? index : m_model->firstScenario());
}

void QaDock::toggle(const Scenario &scenario)
{
    choose(scenario.name);
    showCurrent();
    if (m_board.isArmed(scenario))
        m_board.disarm(scenario);
    else
        arm(scenario);
}

void QaDock::arm(const Scenario &scenario)
{
    sandbox::Activation activation = sandbox::usualActivation(scenario);
    if (m_moment->currentIndex() > 0) // row 0: as usual
        activation.on = m_moment->currentData().value<RequestKind>();
    if (m_lasting->currentIndex() >= 0)
        activation.times = m_lasting->currentData().toInt();
    m_board.arm(activation);
}

void QaDock::rearm()
{
    // A scenario that is on changes at once; one that is off changes when it is checked.
    const Scenario *scenario = current();
    if (scenario && m_board.isArmed(*scenario))
        arm(*scenario);
}

const Scenario *QaDock::current() const
{
    return m_model->scenario(m_list->currentIndex());
}

void QaDock::showCurrent()
{
    const Scenario *scenario = current();
    m_description->setText(scenario ? m_model->words(*scenario).description.toString() : tr("Nothing of that name."));
    const bool anyMoment = scenario && scenario->possible;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_momentLabel, m_moment, m_lastingLabel, m_lasting})
        widget->setVisible(anyMoment);
    if (scenario && scenario != m_shown)
        showCombos(*scenario);
    m_shown = scenario;
}

void QaDock::showCombos(const Scenario &scenario)
{
    m_moment->clear();
    m_moment->addItem(tr("as usual"));
    for (const RequestKind kind : sandbox::allRequestKinds) {
        if (scenario.possible.testFlag(kind))
            m_moment->addItem(m_model->word(kind), QVariant::fromValue(kind));
    }
    m_lasting->clear();
    m_lasting->addItem(tr("once"), 1);
    m_lasting->addItem(tr("until switched off"), sandbox::Activation::untilOff);
    m_lasting->setCurrentIndex(m_lasting->findData(sandbox::usualActivation(scenario).times));
}

void QaDock::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return QFrame::keyPressEvent(event);
    if (!m_filter->text().isEmpty())
        m_filter->clear();
    else
        Q_EMIT left();
}

bool QaDock::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_filter && (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up)) {
        m_list->setFocus(Qt::OtherFocusReason);
        if (!current())
            m_list->setCurrentIndex(m_model->firstScenario());
        return true;
    }
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (enter && current()) {
        toggle(*current());
        return true;
    }
    // Letters go to the filter from any focus.
    const QChar letter = key->text().isEmpty() ? QChar() : key->text().front();
    if (watched == m_list && letter.isPrint() && !letter.isSpace()) {
        m_filter->setFocus(Qt::OtherFocusReason);
        m_filter->insert(key->text());
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace okoshko
