// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace okoshko {

/// A page and, at its right while it is shown, a panel. Where there is room for both the page makes way; in a narrow
/// window the panel lies over the page's right side, and the window does not grow for it.
class SidePanel final : public QWidget
{
    Q_OBJECT
public:
    explicit SidePanel(QWidget *parent);

    void setPage(QWidget &page);   ///< once; becomes a child
    void setPanel(QWidget &panel); ///< once; becomes a child

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
