// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void keepInView(QWidget *focused);

    Width m_width;
};

} // namespace okoshko
