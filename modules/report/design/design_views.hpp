#pragma once
#include <string>
#include <vector>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "report/design/design_choices.hpp"
#include "report/design/designing.hpp"
#include "report/filling/filled.hpp"
#include "report/form/form_store.hpp"
#include "web/components/fault.hpp"

namespace caicach::report
{

/// Where the draft stands.
struct DesignPage {
    Form form{};
    FormVersion draft{};
    Definition definition{};
    DesignChoices choices{};
    std::vector<Error> faults{};  ///< of the whole, each with its JSON pointer
    std::string open{};           ///< which fold is (`fold_of`); all of them where `every_fold`
};
inline constexpr std::string_view every_fold = "tat-ca";
[[nodiscard]] http::Response design_page(const Context& context, const DesignPage& page);

/// One piece in a form, as it is or as it was typed.
struct PiecePage {
    Form form{};
    Definition definition{};
    DesignChoices choices{};
    Spot spot{};
    FieldValues values{};
    std::string base{};           ///< stamp of what is stored
    std::vector<Error> faults{};  ///< by paths of fields
    FieldValues theirs{};         ///< what somebody else made of it meanwhile
    int status{200};
};
[[nodiscard]] http::Response piece_page(const Context& context, const PiecePage& page);
/// Asks once more before it goes.
[[nodiscard]] http::Response piece_removal_page(const Context& context, const PiecePage& page);

/// A form that has no draft of a person: one may be begun.
[[nodiscard]] http::Response begin_page(const Context& context, const Form& form);

struct NewFormPage {
    std::vector<DesignChoice> owners{};
    std::string title{};
    std::string key{};
    std::string owner{};
    web::Fault fault{};
};
[[nodiscard]] http::Response new_form_page(const Context& context, const NewFormPage& page);

/// As those who fill it in will see it, with nothing in it.
[[nodiscard]] http::Response preview_page(const Context& context, const Form& form,
                                          const Filled& filled);

}  // namespace caicach::report
