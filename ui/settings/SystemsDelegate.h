// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace okoshko {

class PaymentSystemsModel;

/// Draws and edits the cells of the payment systems, with a combo box for cells with choices. Edits are written to the
/// model at once, to be checked while typing; Esc restores the value.
class SystemsDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// \a model must outlive this.
    SystemsDelegate(const PaymentSystemsModel &model, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                        const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;
    bool eventFilter(QObject *editor, QEvent *event) override;

private:
    [[nodiscard]] QStyleOptionViewItem laidOut(const QStyleOptionViewItem &option, const QModelIndex &index) const;

    const PaymentSystemsModel &m_model;
};

} // namespace okoshko
