#pragma once
#include <optional>
#include <string>
#include <vector>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "report/form/differences.hpp"
#include "report/form/form_sources.hpp"
#include "report/form/form_store.hpp"
#include "web/components/fault.hpp"

namespace caicach::report
{

/// What a file would make.
struct BroughtForm {
    Definition definition{};
    FormSources sources{};
    std::string content{};        ///< canonical: goes along with what confirms it
    std::vector<Error> faults{};  ///< with them there is nothing to confirm
    std::optional<Form> form{};   ///< of that key, if there is one
    int compared_with{};          ///< number of its version in force; 0: none is
    std::vector<FormDifference> differences{};
};

struct FormImportPage {
    std::optional<BroughtForm> brought{};
    web::Fault fault{};
};
[[nodiscard]] http::Response form_import_page(const Context& context, const FormImportPage& page);

}  // namespace caicach::report
