// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace okoshko {

/// A page and an optional panel at its right. If both fit, the page is narrowed; in a narrow window the panel covers
/// the right side of the page, and the window is not widened.
class SidePanel final : public QWidget
{
    Q_OBJECT
public:
    explicit SidePanel(QWidget *parent);

    void setPage(QWidget &page);   ///< call once; becomes a child
    void setPanel(QWidget &panel); ///< call once; becomes a child

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    QWidget *m_page = nullptr;
    QWidget *m_panel = nullptr;
};

} // namespace okoshko
