// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/Order.h"

#include <QWidget>

#include <array>
#include <optional>

namespace okoshko {

class InputField;

/// Name and e-mail, for the ways to pay that need them: "firstNameEdit", "lastNameEdit", "emailEdit". Checked while
/// typing, with the reason beside the field.
class BuyerFields final : public QWidget
{
    Q_OBJECT
public:
    explicit BuyerFields(QWidget *parent);

    /// For another order: nothing is wrong with a field that nobody has been in.
    void begin();
    /// \a typed stands there; what stands there already stays as it is.
    void show(const Customer &typed);
    [[nodiscard]] Customer typed() const; ///< as it stands there
    /// Says beside each field what is wrong with it, and puts the keyboard into the first that is.
    void sayMissing();
    void focusMissing(); ///< the first that is not right
    /// The buyer, once all fields are right.
    [[nodiscard]] std::optional<Customer> customer() const;

Q_SIGNALS:
    void changed();

private:
    void addField(size_t at, const QString &objectName, const QString &name);
    [[nodiscard]] QString meant(size_t at) const;
    [[nodiscard]] QString reasonOf(size_t at) const;
    /// What is perhaps wrong, and refused nowhere.
    [[nodiscard]] QString doubtOf(size_t at) const;
    void check(size_t at);

    std::array<InputField *, 3> m_fields{};
};

} // namespace okoshko
