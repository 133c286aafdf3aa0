// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QScrollArea>

namespace okoshko {

/// What scrolls up and down where there is no room for it, by wheel, finger and keys of what it holds. Without a frame,
/// and no stop for the Tab key.
class ColumnArea final : public QScrollArea
{
    Q_OBJECT
public:
    enum class Width {
        Whole,  ///< as wide as the content needs
        Little, ///< what is wider scrolls sideways as well
    };

    ColumnArea(QWidget *content, QWidget *parent, Width width = Width::Whole); ///< takes \a content

    /// While it is in the content, \a part does not scroll sideways; it must outlive the area.
    void keepWhole(const QWidget &part) { m_whole << &part; }
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void keepInView(QWidget *focused);

    [[nodiscard]] QRect placeOfUsed() const; ///< in the content

    Width m_width;
    QList<const QWidget *> m_whole;
    QPointer<QWidget> m_used; ///< what of the content had the focus last
    QRect m_usedAt;           ///< when it was brought into view
};

} // namespace okoshko
