// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/SystemsDelegate.h"

#include "models/domain/Text.h"
#include "models/settings/PaymentSystemsModel.h"
#include "ui/theme/Icons.h"
#include "ui/theme/Theme.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace okoshko {

namespace {

constexpr char originalProperty[] = "original"; ///< of an editor: the cell's value before

bool isIcon(const QModelIndex &index)
{
    return index.column() == static_cast<int>(SystemSetting::Icon);
}

PaymentSystem::Icon iconIn(const QModelIndex &index)
{
    PaymentSystem system;
    static_cast<void>(fieldOf(SystemSetting::Icon).take(index.data(Qt::EditRole).toString(), system));
    return system.icon;
}

/// Fusion's own box is black on black in high contrast.
void paintTick(QPainter &painter, const QRect &box, Qt::CheckState state)
{
    const Theme::Palette &p = Theme::palette();
    painter.setPen(QPen(p.control, 1.5));
    painter.setBrush(p.surface);
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    if (state == Qt::Checked)
        painter.drawPixmap(box.topLeft(), iconPixmap(IconName::Check, p.text, box.width(), 1));
}

QVariant valueOf(const QWidget &editor)
{
    if (const auto *box = qobject_cast<const QComboBox *>(&editor))
        return box->currentData();
    return typedText(static_cast<const QLineEdit &>(editor).text());
}

} // namespace

SystemsDelegate::SystemsDelegate(const PaymentSystemsModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{
}

QStyleOptionViewItem SystemsDelegate::laidOut(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    cell.rect.adjust(Theme::space(2), 0, -Theme::space(1), 0); // aligned with the column headers
    if (isIcon(index)) {
        cell.features |= QStyleOptionViewItem::HasDecoration;
        cell.icon = icon(iconOf(iconIn(index)), Theme::palette().text);
        cell.decorationSize = QSize(Theme::space(4), Theme::space(4));
    }
    return cell;
}

void SystemsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme::Palette &p = Theme::palette();
    QStyleOptionViewItem cell = laidOut(option, index);
    QStyle &style = *option.widget->style();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, p.selection);
    if (cell.features.testFlag(QStyleOptionViewItem::HasCheckIndicator)) {
        const QRect box = style.subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &cell, option.widget);
        paintTick(*painter, box, cell.checkState);
    } else {
        cell.state &= ~(QStyle::State_HasFocus | QStyle::State_Selected); // drawn here instead
        style.drawControl(QStyle::CE_ItemViewItem, &cell, painter, option.widget);
    }
    // A fault is not marked by colour alone: it also has a frame.
    const bool isFaulty = index.data(PaymentSystemsModel::FaultyRole).toBool();
    if (isFaulty || option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(isFaulty ? p.urgent : p.accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5), Theme::space(1), Theme::space(1));
    }
    painter->restore();
}

QSize SystemsDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto title = m_model.headerData(index.column(), Qt::Horizontal).toString();
    const int head = QFontMetrics(Theme::font(Theme::Type::Text, QFont::DemiBold)).horizontalAdvance(title);
    const int picture = isIcon(index) ? Theme::space(6) : 0;
    const int words = QStyledItemDelegate::sizeHint(option, index).width() + picture + Theme::space(3);
    return {std::max(words, head + Theme::space(9)), Theme::space(9)};
}

bool SystemsDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                  const QModelIndex &index)
{
    return QStyledItemDelegate::editorEvent(event, model, laidOut(option, index),
                                            index); // where the box is drawn
}

QWidget *SystemsDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    auto *self = const_cast<SystemsDelegate *>(this); // Qt's delegates emit signals from const functions
    const auto choices = m_model.choices(static_cast<SystemSetting>(index.column()));
    QWidget *editor = nullptr;
    if (choices.isEmpty()) {
        auto *line = new QLineEdit(parent);
        line->setObjectName(u"systemCellEdit"_s);
        connect(line, &QLineEdit::textChanged, self, [self, line] { Q_EMIT self->commitData(line); });
        editor = line;
    } else {
        auto *box = new QComboBox(parent);
        box->setObjectName(u"systemCellBox"_s);
        for (const auto &choice : choices) {
            if (isIcon(index)) {
                PaymentSystem system;
                static_cast<void>(fieldOf(SystemSetting::Icon).take(choice.value.toString(), system));
                box->addItem(icon(iconOf(system.icon), Theme::palette().text), choice.words, choice.value);
            } else {
                box->addItem(choice.words, choice.value);
            }
        }
        connect(box, &QComboBox::currentIndexChanged, self, [self, box] { Q_EMIT self->commitData(box); });
        editor = box;
    }
    editor->setProperty(originalProperty, index.data(Qt::EditRole));
    editor->setAccessibleName(m_model.headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString());
    return editor;
}

void SystemsDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const QVariant value = index.data(Qt::EditRole);
    const QSignalBlocker quiet(editor);
    if (auto *box = qobject_cast<QComboBox *>(editor)) {
        box->setCurrentIndex(box->findData(value));
    } else if (auto *line = qobject_cast<QLineEdit *>(editor); line && typedText(line->text()) != value.toString()) {
        line->setText(value.toString());
    }
}

void SystemsDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    model->setData(index, valueOf(*editor), Qt::EditRole);
}

void SystemsDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                           const QModelIndex &) const
{
    editor->setGeometry(option.rect);
}

bool SystemsDelegate::eventFilter(QObject *object, QEvent *event)
{
    const bool isEscape = event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape;
    if (auto *editor = qobject_cast<QWidget *>(object); isEscape && editor) {
        const QVariant original = editor->property(originalProperty);
        if (auto *box = qobject_cast<QComboBox *>(editor))
            box->setCurrentIndex(box->findData(original));
        else
            qobject_cast<QLineEdit *>(editor)->setText(original.toString());
    }
    return QStyledItemDelegate::eventFilter(object, event);
}

} // namespace okoshko
