// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Order.h"

#include <QWidget>

#include <array>
#include <optional>

namespace okoshko {

class InputField;

/// Name and e-mail, for payment systems that need them: "firstNameEdit", "lastNameEdit", "emailEdit". Checked while
/// typing; the reason is shown beside the field.
class BuyerFields final : public QWidget
{
    Q_OBJECT
public:
    explicit BuyerFields(QWidget *parent);

    /// For another order: removes all reasons.
    void begin();
    /// Shows \a typed; unchanged fields are not set again.
    void show(const Customer &typed);
    [[nodiscard]] Customer typed() const; ///< as typed
    /// Shows beside each field what is wrong with it, and focuses the first wrong one.
    void showMissing();
    void focusMissing(); ///< focuses the first field that is not right
    /// The buyer; nothing while a field is not right.
    [[nodiscard]] std::optional<Customer> customer() const;

Q_SIGNALS:
    void changed();

private:
    void addField(size_t at, const QString &objectName, const QString &name);
    [[nodiscard]] QString meant(size_t at) const;
    [[nodiscard]] QString reasonOf(size_t at) const;
    /// A warning about text that may be wrong but is accepted.
    [[nodiscard]] QString warningOf(size_t at) const;
    void check(size_t at);

    std::array<InputField *, 3> m_fields{};
};

} // namespace okoshko
