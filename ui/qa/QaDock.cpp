// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/qa/QaDock.h"

#include "ui/qa/QaDelegate.h"
#include "ui/qa/QaListModel.h"
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
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace okoshko {

QaDock::QaDock(const Format &format, QWidget *parent)
    : QFrame(parent)
    , m_model(new QaListModel(format, this))
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
        // A long word is no reason to make the whole dock wider.
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
    connect(m_allOff, &QPushButton::clicked, this, &QaDock::allOffRequested);
    auto *allOff = new QShortcut(Qt::SHIFT | Qt::Key_F12, this);
    connect(allOff, &QShortcut::activated, this, &QaDock::allOffRequested);
    connect(m_close, &QPushButton::clicked, this, &QaDock::closeRequested);
}

void QaDock::setScenarios(const QList<QaScenario> &scenarios)
{
    m_model->setScenarios(scenarios);
    m_list->setCurrentIndex(m_model->firstScenario());
    showCurrent();
}

void QaDock::setStates(const QaStates &states)
{
    m_model->setStates(states);
    const int on = m_model->countOn();
    m_count->setText(on > 0 ? tr("%n on", nullptr, on) : QString());
    m_allOff->setEnabled(on > 0);
}

void QaDock::setAddress(const QString &address)
{
    m_address->setText(address);
    m_address->setVisible(!address.isEmpty());
}

void QaDock::begin()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void QaDock::choose(const QString &name)
{
    const QModelIndex index = m_model->indexOf(name);
    m_list->setCurrentIndex(index.isValid() ? index : m_model->firstScenario());
}

void QaDock::toggle(const QString &name)
{
    choose(name);
    showCurrent();
    const QaScenario *scenario = current();
    if (m_model->state(name).on)
        Q_EMIT switchOffRequested(name);
    else if (scenario)
        Q_EMIT switchOnRequested(wish(*scenario));
}

void QaDock::rearm()
{
    // What is on already changes at once; what is off waits to be ticked.
    const QaScenario *scenario = current();
    if (scenario && m_model->state(scenario->name).on)
        Q_EMIT switchOnRequested(wish(*scenario));
}

QaWish QaDock::wish(const QaScenario &scenario) const
{
    return {scenario.name, m_moment->currentData().toString(),
            static_cast<QaScenario::Lasting>(m_lasting->currentData().toInt())};
}

const QaScenario *QaDock::current() const
{
    return m_model->scenario(m_list->currentIndex());
}

void QaDock::showCurrent()
{
    const QaScenario *scenario = current();
    m_description->setText(scenario ? scenario->description : tr("Nothing of that name."));
    const bool anyMoment = scenario && !scenario->moments.isEmpty();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_momentLabel, m_moment, m_lastingLabel, m_lasting})
        widget->setVisible(anyMoment);
    if (scenario && scenario->name != m_shown)
        showCombos(*scenario);
    m_shown = scenario ? scenario->name : QString();
}

void QaDock::showCombos(const QaScenario &scenario)
{
    m_moment->clear();
    m_moment->addItem(tr("as usual"), QString());
    for (const QaScenario::Moment &moment : scenario.moments)
        m_moment->addItem(moment.title, moment.id);
    m_lasting->clear();
    m_lasting->addItem(tr("once"), static_cast<int>(QaScenario::Lasting::Next));
    m_lasting->addItem(tr("until switched off"), static_cast<int>(QaScenario::Lasting::UntilOff));
    m_lasting->setCurrentIndex(m_lasting->findData(static_cast<int>(scenario.lasting)));
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
        toggle(current()->name);
        return true;
    }
    // Letters go on narrowing down, wherever the focus is.
    const QChar letter = key->text().isEmpty() ? QChar() : key->text().front();
    if (watched == m_list && letter.isPrint() && !letter.isSpace()) {
        m_filter->setFocus(Qt::OtherFocusReason);
        m_filter->insert(key->text());
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace okoshko
