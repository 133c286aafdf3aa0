// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace okoshko {

/// The striped band across the window that cannot be overlooked: nothing here is really sold. Each kind has its word
/// and its colour.
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
