// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <QList>

namespace okoshko {

/// A row that wraps into further lines, for headers and footers in any text size. Hidden items take no room; stretches
/// share the rest of their line.
class WrapLayout final : public QLayout
{
    Q_OBJECT
public:
    /// \a alignment of the lines: left, centre or right.
    explicit WrapLayout(QWidget *parent = nullptr, Qt::Alignment alignment = Qt::AlignLeft);
    ~WrapLayout() override;

    void addStretch();

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    [[nodiscard]] QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    using Line = QList<QLayoutItem *>;

    [[nodiscard]] QList<Line> linesIn(int width) const;
    [[nodiscard]] int widthOf(const Line &line) const;
    [[nodiscard]] QSize margins() const;

    Qt::Alignment m_alignment;
    QList<QLayoutItem *> m_items;
};

} // namespace okoshko
