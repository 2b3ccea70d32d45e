#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "report/form/differences.hpp"
#include "report/form/form_sources.hpp"
#include "report/form/form_store.hpp"
#include "web/components/fault.hpp"

namespace caicach::report
{

/// Says along with the content that it came from a workbook.
inline constexpr std::string_view book_word = "xlsx";

/// What a file would make.
struct BroughtForm {
    bool is_book{};  ///< a workbook; else JSON
    Definition definition{};
    FormSources sources{};
    std::string content{};        ///< canonical: goes along with what confirms it
    std::vector<Error> faults{};  ///< with them there is nothing to confirm; each says its place
    std::optional<Form> form{};   ///< of that key, if there is one
    /// Of it, that in force, or else the draft.
    std::optional<FormVersion> compared_with{};
    std::vector<FormDifference> differences{};
};

struct FormImportPage {
    std::optional<BroughtForm> brought{};
    web::Fault fault{};
};
[[nodiscard]] http::Response form_import_page(const Context& context, const FormImportPage& page);

}  // namespace caicach::report
