// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/FormSection.h"

namespace okoshko {

// Pages that consist of rows only.

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

/// For a counter whose server and key are fixed: in training, or given on the command line.
class CounterSection final : public FormSection
{
    Q_OBJECT
public:
    explicit CounterSection(QWidget *parent);
    [[nodiscard]] QString title() const override;
};

} // namespace okoshko
