// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QScrollArea>

namespace okoshko {

/// A vertical scroll area for wheel, finger and the keys of its content, without a frame and without a tab stop.
class ColumnArea final : public QScrollArea
{
    Q_OBJECT
public:
    enum class Width {
        Whole,  ///< at least as wide as the content needs
        Little, ///< wider content scrolls sideways as well
    };

    ColumnArea(QWidget *content, QWidget *parent, Width width = Width::Whole); ///< takes ownership of \a content

    /// While \a part is in the content, it does not scroll sideways; \a part must outlive the area.
    void keepWhole(const QWidget &part) { m_whole << &part; }
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void keepInView(QWidget *focused);

    [[nodiscard]] QRect placeOfUsed() const; ///< in the content's coordinates

    Width m_width;
    QList<const QWidget *> m_whole;
    QPointer<QWidget> m_used; ///< the part of the content that had the focus last
    QRect m_usedAt;           ///< when it was scrolled into view
};

} // namespace okoshko
