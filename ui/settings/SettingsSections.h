// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/FormSection.h"

namespace okoshko {

// The pages that are nothing but their rows.

class AppearanceSection final : public FormSection
{
    Q_OBJECT
public:
    explicit AppearanceSection(QWidget *parent);
    [[nodiscard]] QString title() const override;
};

class SellingSection final : public FormSection
{
    Q_OBJECT
public:
    explicit SellingSection(QWidget *parent);
    [[nodiscard]] QString title() const override;
};

/// Of a counter whose server and key are not its own to choose: in training, or where the command line gave them.
class CounterSection final : public FormSection
{
    Q_OBJECT
public:
    explicit CounterSection(QWidget *parent);
    [[nodiscard]] QString title() const override;
};

} // namespace okoshko
