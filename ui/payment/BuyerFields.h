// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/payment/PaymentDrafts.h"

#include <QWidget>

#include <array>
#include <optional>

QT_FORWARD_DECLARE_CLASS(QCheckBox)
QT_FORWARD_DECLARE_CLASS(QComboBox)

namespace okoshko {

class InputField;

/// The buyer's data: "firstNameEdit", "lastNameEdit", "emailEdit", and where the cashier asked for them "phoneEdit",
/// "buyerLanguageBox", "sendTicketsBox" and a note for this counter, "noteEdit". Checked while typing; the reason is
/// shown beside the field.
class BuyerFields final : public QWidget
{
    Q_OBJECT
public:
    enum class Need {
        None,        ///< every field may be empty
        NameAndEmail ///< by the payment system
    };

    /// \a language: of the program, proposed for the buyer.
    BuyerFields(const QString &language, QWidget *parent);

    /// For another order: removes all reasons.
    void begin();
    /// Shows what \a draft has; unchanged fields are not set again.
    void show(const PaymentDraft &draft, Need need);
    void putInto(PaymentDraft &draft) const; ///< as typed
    /// Shows beside each field what is wrong with it, and focuses the first wrong one.
    void showMissing();
    void focusMissing(); ///< focuses the first field that is not right
    void focusFirst();
    /// The buyer, with the language if it is shown, or an empty one if no field has text; nothing while a field is not
    /// right. What is not shown is not in it.
    [[nodiscard]] std::optional<Customer> customer() const;

Q_SIGNALS:
    void changed();
    void noteEntered();

private:
    static constexpr size_t fieldCount = 4;

    void addField(size_t at, const QString &objectName, const QString &name);
    void addMore();
    [[nodiscard]] bool isAsked() const; ///< the fields that no system needs are shown
    [[nodiscard]] bool sendsTickets() const;
    [[nodiscard]] QString meant(size_t at) const;
    [[nodiscard]] QString reasonOf(size_t at) const;
    /// A warning about text that may be wrong but is accepted.
    [[nodiscard]] QString warningOf(size_t at) const;
    void check(size_t at);

    QString m_proposed; ///< language
    Need m_need = Need::None;
    std::array<InputField *, fieldCount> m_fields{};
    QWidget *m_more; ///< what no payment system needs
    QComboBox *m_language;
    QCheckBox *m_send;
    InputField *m_note;
};

} // namespace okoshko
