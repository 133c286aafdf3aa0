// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/FormPage.h"

namespace okoshko {

// The pages that are nothing but their rows.

class AppearancePage final : public FormPage
{
    Q_OBJECT
public:
    explicit AppearancePage(QWidget *parent);
    [[nodiscard]] QString title() const override;
};

class SellingPage final : public FormPage
{
    Q_OBJECT
public:
    explicit SellingPage(QWidget *parent);
    [[nodiscard]] QString title() const override;
};

class ConnectionPage final : public FormPage
{
    Q_OBJECT
public:
    explicit ConnectionPage(QWidget *parent);
    [[nodiscard]] QString title() const override;
};

} // namespace okoshko
