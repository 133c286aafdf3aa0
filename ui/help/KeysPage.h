// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Page.h"

QT_FORWARD_DECLARE_CLASS(QScrollArea)

namespace okoshko {

/// All keys of the program (F1), in the language in which it was made. Arrows scroll.
class KeysPage final : public Page
{
    Q_OBJECT
public:
    explicit KeysPage(QWidget *parent);

    void focusFirst() override;

private:
    QScrollArea *m_area;
};

} // namespace okoshko
