// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace okoshko {

/// The striped band across the window for training and test servers, with the mode's text and colour.
class ModeBand final : public QWidget
{
    Q_OBJECT
public:
    enum class Kind { Training, Staging };

    ModeBand(Kind kind, QWidget *parent);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Kind m_kind;
};

} // namespace okoshko
