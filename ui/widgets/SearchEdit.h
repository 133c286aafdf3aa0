// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QLineEdit>

namespace okoshko {

/// A search field with an icon, which is no button, and a clear button. Ctrl+C without a selection is left to the page.
class SearchEdit final : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchEdit(QWidget *parent);

    [[nodiscard]] QSize sizeHint() const override; ///< it may be narrow, and expands

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void draw();

    QIcon m_drawing;
};

} // namespace okoshko
