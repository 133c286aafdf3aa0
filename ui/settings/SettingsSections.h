// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/FormSection.h"

namespace okoshko {

// The pages that are nothing but their rows.

class AppearancePage final : public FormSection
{
    Q_OBJECT
public:
    explicit AppearancePage(QWidget *parent);
    [[nodiscard]] QString title() const override;
};

class SellingPage final : public FormSection
{
    Q_OBJECT
public:
    explicit SellingPage(QWidget *parent);
    [[nodiscard]] QString title() const override;
};

/// Of a counter whose server and key are not its own to choose: in training, or where the command line gave them.
class CounterPage final : public FormSection
{
    Q_OBJECT
public:
    explicit CounterPage(QWidget *parent);
    [[nodiscard]] QString title() const override;
};

} // namespace okoshko
