// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/SystemsSection.h"

#include "ui/settings/SystemsDelegate.h"
#include "ui/text/SettingsText.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/RowSelection.h"
#include "ui/widgets/WrapLayout.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace okoshko {

SystemsSection::SystemsSection(QWidget *parent)
    : SettingsSection(parent)
    , m_explanation(makeLabel(this, Theme::Type::Note, Tone::Muted))
    , m_table(new QTableView(this))
    , m_reasons(makeLabel(this, Theme::Type::Note, Tone::Urgent))
{
    m_explanation->setWordWrap(true);
    m_reasons->setObjectName(u"systemsReasons"_s);
    m_reasons->setWordWrap(true);
    m_reasons->hide();
    dressTable();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::space(2));
    column->addWidget(m_explanation);
    column->addWidget(m_table, 1);
    column->addWidget(m_reasons);
    column->addWidget(makeButtons());
    connect(&m_model, &PaymentSystemsModel::edited, this, &SettingsSection::edited);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &SystemsSection::refreshButtons);
    m_explanation->setText(
        tr("They are offered in this order; Enter changes a cell. The name is what the server is told: ask "
           "Ticketscloud which ones your contract has."));
    m_table->setAccessibleName(tr("Payment methods"));
    m_add->setText(tr("&Add"));
    m_remove->setText(tr("Remo&ve"));
    m_up->setText(tr("&Up"));
    m_down->setText(tr("Do&wn"));
    refreshButtons();
}

void SystemsSection::dressTable()
{
    m_table->setObjectName(u"systemsTable"_s);
    m_table->setModel(&m_model);
    RowSelection::install(*m_table);
    m_table->setItemDelegate(new SystemsDelegate(m_model, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                             QAbstractItemView::AnyKeyPressed);
    m_table->setTabKeyNavigation(false);
    m_table->setCornerButtonEnabled(false); // it would select all, but only one row can be selected
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->installEventFilter(this);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->verticalHeader()->setDefaultAlignment(Qt::AlignCenter);
    QHeaderView *header = m_table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    connect(&m_model, &PaymentSystemsModel::edited, this, &SystemsSection::fillWidth);
}

void SystemsSection::fillWidth()
{
    // Only if there is more room: in a scrolled table a stretching last column would be cut.
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    header->resizeSections(QHeaderView::ResizeToContents);
    header->setStretchLastSection(header->length() < m_table->viewport()->width());
}

QWidget *SystemsSection::makeButtons()
{
    auto *bar = new QWidget(this);
    const auto make = [bar](const QString &name, Qt::Key key) {
        auto *button = new ActionButton(ActionButton::Weight::Normal, bar);
        button->setObjectName(name);
        button->setKey(key);
        return button;
    };
    m_add = make(u"addSystemButton"_s, Qt::Key_Insert);
    m_remove = make(u"removeSystemButton"_s, Qt::Key_Delete);
    m_up = make(u"moveUpButton"_s, {});
    m_up->setKeyCap(u"Alt ↑"_s);
    m_down = make(u"moveDownButton"_s, {});
    m_down->setKeyCap(u"Alt ↓"_s);
    auto *row = new WrapLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Theme::space(2));
    for (QWidget *part : {static_cast<QWidget *>(m_add), static_cast<QWidget *>(m_remove), static_cast<QWidget *>(m_up),
                          static_cast<QWidget *>(m_down)})
        row->addWidget(part);
    row->addStretch();
    connect(m_add, &QPushButton::clicked, this, &SystemsSection::add);
    connect(m_remove, &QPushButton::clicked, this, &SystemsSection::remove);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    return bar;
}

QString SystemsSection::title() const
{
    return tr("Payment methods");
}

void SystemsSection::setValues(const CounterSettings &values)
{
    m_model.setSystems(values.paymentSystems);
    if (!m_table->currentIndex().isValid())
        select(0);
    refreshButtons();
}

void SystemsSection::fill(CounterSettings &values) const
{
    values.paymentSystems = m_model.systems();
}

void SystemsSection::restoreDefaults()
{
    setValues({});
    Q_EMIT edited();
}

bool SystemsSection::showFaults(const QList<SettingsFault> &faults)
{
    QStringList lines;
    for (const SettingsFault &fault : faults) {
        if (fault.field.startsWith(QStringView(paymentSystemsName)))
            lines << whereIs(fault) + SettingsText::reason(fault);
    }
    m_model.setFaults(faults);
    m_reasons->setText(lines.join(u'\n'));
    m_reasons->setVisible(!lines.isEmpty());
    m_table->setAccessibleDescription(lines.join(u' '));
    return !lines.isEmpty();
}

QString SystemsSection::whereIs(const SettingsFault &fault) const
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        for (const SystemField &field : systemFields()) {
            if (fault.field != pathOf(row, field.key))
                continue;
            const QString column = m_model.headerData(static_cast<int>(field.key), Qt::Horizontal).toString();
            return tr("Method %1, %2: ").arg(row + 1).arg(column);
        }
    }
    return {};
}

void SystemsSection::focusFirst()
{
    m_table->setFocus();
}

void SystemsSection::select(int row)
{
    const int column = std::max(0, m_table->currentIndex().column());
    m_table->setCurrentIndex(m_model.index(row, column));
    m_table->setFocus();
}

void SystemsSection::add()
{
    const int row = m_model.add(m_table->currentIndex().row());
    const QModelIndex name = m_model.index(row, static_cast<int>(SystemSetting::Name));
    m_table->setCurrentIndex(name);
    m_table->setFocus();
    m_table->edit(name);
}

void SystemsSection::remove()
{
    const int row = m_table->currentIndex().row();
    m_model.remove(row);
    if (m_model.rowCount() > 0)
        select(std::min(row, m_model.rowCount() - 1));
    refreshButtons();
}

void SystemsSection::move(int by)
{
    select(m_model.move(m_table->currentIndex().row(), by));
    refreshButtons();
}

void SystemsSection::refreshButtons()
{
    const int row = m_table->currentIndex().row();
    m_add->setEnabled(m_model.rowCount() < maxPaymentSystems);
    m_remove->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_model.rowCount());
}

bool SystemsSection::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_table && (event->type() == QEvent::Resize || event->type() == QEvent::FontChange))
        QMetaObject::invokeMethod(this, &SystemsSection::fillWidth,
                                  Qt::QueuedConnection);            // after the table has its new size
    const bool isAsked = event->type() == QEvent::ShortcutOverride; // asks whether a button may take the key
    if ((!isAsked && event->type() != QEvent::KeyPress) || object != m_table)
        return SettingsSection::eventFilter(object, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (isAsked) {
        if (isEnter)
            event->accept();
        return SettingsSection::eventFilter(object, event);
    }
    const bool alt = key->modifiers().testFlag(Qt::AltModifier);
    if (alt && key->key() == Qt::Key_Up)
        m_up->click();
    else if (alt && key->key() == Qt::Key_Down)
        m_down->click();
    else if (isEnter)
        m_table->edit(m_table->currentIndex());
    else
        return SettingsSection::eventFilter(object, event);
    return true;
}

} // namespace okoshko
