// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/settings/PaymentSystemsModel.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

SystemSetting columnOf(const QModelIndex &index)
{
    return static_cast<SystemSetting>(index.column());
}

QVariant toVariant(const PlainValue &plain)
{
    return std::visit([](const auto &value) { return QVariant(value); }, plain);
}

PlainValue toPlain(const QVariant &value)
{
    if (value.typeId() == QMetaType::Bool)
        return value.toBool();
    if (value.canConvert<qint64>() && value.typeId() != QMetaType::QString)
        return value.toLongLong();
    return value.toString();
}

int freeDigit(const QList<PaymentSystem> &systems)
{
    for (int digit = 1; digit <= 9; ++digit) {
        if (std::ranges::find(systems, digit, &PaymentSystem::digit) == systems.cend())
            return digit;
    }
    return 0;
}

} // namespace

PaymentSystemsModel::PaymentSystemsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void PaymentSystemsModel::setSystems(const QList<PaymentSystem> &systems)
{
    const auto size = static_cast<int>(systems.size());
    if (rowCount() > size) {
        beginRemoveRows({}, size, rowCount() - 1);
        m_systems.resize(size);
        endRemoveRows();
    }
    for (int row = 0; row < rowCount(); ++row)
        put(row, systems.at(row));
    if (rowCount() < size) {
        beginInsertRows({}, rowCount(), size - 1);
        m_systems = systems;
        endInsertRows();
    }
}

void PaymentSystemsModel::put(int row, const PaymentSystem &system)
{
    const PaymentSystem before = std::exchange(m_systems[row], system);
    for (const SystemField &field : systemFields()) {
        if (field.read(before) == field.read(system))
            continue;
        const QModelIndex cell = index(row, static_cast<int>(field.key));
        Q_EMIT dataChanged(cell, cell);
    }
}

void PaymentSystemsModel::setFaults(const QList<SettingsFault> &faults)
{
    QStringList faulty;
    for (const SettingsFault &fault : faults)
        faulty << fault.field;
    const QStringList before = std::exchange(m_faulty, faulty);
    for (int row = 0; row < rowCount(); ++row) {
        for (const SystemField &field : systemFields()) {
            const QString path = pathOf(row, field.key);
            const QModelIndex cell = index(row, static_cast<int>(field.key));
            if (before.contains(path) != faulty.contains(path))
                Q_EMIT dataChanged(cell, cell, {FaultyRole});
        }
    }
}

int PaymentSystemsModel::add(int row)
{
    const int at = std::clamp(row + 1, 0, rowCount());
    PaymentSystem system;
    system.digit = freeDigit(m_systems);
    system.use = PaymentSystem::Use::Off;
    beginInsertRows({}, at, at);
    m_systems.insert(at, system);
    endInsertRows();
    Q_EMIT edited();
    return at;
}

void PaymentSystemsModel::remove(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    beginRemoveRows({}, row, row);
    m_systems.removeAt(row);
    endRemoveRows();
    Q_EMIT edited();
}

int PaymentSystemsModel::move(int row, int by)
{
    const int to = std::clamp(row + by, 0, std::max(0, rowCount() - 1));
    if (row < 0 || row >= rowCount() || to == row)
        return row;
    // Qt expects the row before which it is inserted.
    beginMoveRows({}, row, row, {}, to > row ? to + 1 : to);
    m_systems.move(row, to);
    endMoveRows();
    Q_EMIT edited();
    return to;
}

QList<PaymentSystemsModel::Choice> PaymentSystemsModel::choices(SystemSetting column) const
{
    switch (column) {
    case SystemSetting::Icon:
        return {{u"card"_s, tr("card")}, {u"phone"_s, tr("phone")}, {u"cash"_s, tr("money")}, {u"check"_s, tr("tick")}};
    case SystemSetting::CustomerData:
        return {{u"none"_s, tr("nothing")}, {u"name-email"_s, tr("name and e-mail")}};
    case SystemSetting::Confirmation:
        return {{u"redirect_url"_s, tr("by redirect_url")},
                {u"server"_s, tr("the server")},
                {u"cashier"_s, tr("the cashier")}};
    case SystemSetting::Digit: {
        QList<Choice> digits{{0, tr("none")}};
        for (int digit = 1; digit <= 9; ++digit)
            digits.append({digit, QString::number(digit)});
        return digits;
    }
    case SystemSetting::Use:
    case SystemSetting::Name:
    case SystemSetting::LabelRu:
    case SystemSetting::LabelEn:
        return {};
    }
    Q_UNREACHABLE();
}

int PaymentSystemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_systems.size());
}

int PaymentSystemsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(systemFields().size());
}

QString PaymentSystemsModel::words(const QModelIndex &index) const
{
    const QVariant value = data(index, Qt::EditRole);
    for (const Choice &choice : choices(columnOf(index))) {
        if (choice.value.toString() == value.toString())
            return choice.words;
    }
    return value.toString();
}

bool PaymentSystemsModel::isFaulty(const QModelIndex &index) const
{
    return m_faulty.contains(pathOf(index.row(), columnOf(index)));
}

QVariant PaymentSystemsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PaymentSystem &system = m_systems.at(index.row());
    const bool isUse = columnOf(index) == SystemSetting::Use;
    switch (role) {
    case Qt::DisplayRole:
        return isUse ? QVariant() : words(index);
    case Qt::EditRole:
        return toVariant(fieldOf(columnOf(index)).read(system));
    case Qt::CheckStateRole:
        return !isUse ? QVariant() : system.use == PaymentSystem::Use::On ? Qt::Checked : Qt::Unchecked;
    case Qt::AccessibleTextRole:
        return isUse ? (system.use == PaymentSystem::Use::On ? tr("on") : tr("off")) : words(index);
    case FaultyRole:
        return isFaulty(index);
    default:
        return {};
    }
}

QVariant PaymentSystemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section < 0 || role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section < rowCount() ? QVariant(section + 1) : QVariant();
    if (section >= columnCount())
        return {};
    switch (static_cast<SystemSetting>(section)) {
    case SystemSetting::Use:
        return tr("On");
    case SystemSetting::Name:
        return tr("Name as sent");
    case SystemSetting::LabelRu:
        return tr("In Russian");
    case SystemSetting::LabelEn:
        return tr("In English");
    case SystemSetting::Icon:
        return tr("Picture");
    case SystemSetting::Digit:
        return tr("Key");
    case SystemSetting::CustomerData:
        return tr("Buyer's data");
    case SystemSetting::Confirmation:
        return tr("Confirmed by");
    }
    Q_UNREACHABLE();
}

Qt::ItemFlags PaymentSystemsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlag way = columnOf(index) == SystemSetting::Use ? Qt::ItemIsUserCheckable : Qt::ItemIsEditable;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren | way;
}

bool PaymentSystemsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const bool isUse = index.isValid() && columnOf(index) == SystemSetting::Use;
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != (isUse ? Qt::CheckStateRole : Qt::EditRole))
        return false;
    PaymentSystem system = m_systems.at(index.row());
    const PlainValue plain = isUse ? PlainValue(value.toInt() == Qt::Checked) : toPlain(value);
    if (fieldOf(columnOf(index)).take(plain, system) != FieldResult::Taken)
        return false;
    if (system != m_systems.at(index.row())) {
        put(index.row(), system);
        Q_EMIT edited();
    }
    return true;
}

} // namespace okoshko
