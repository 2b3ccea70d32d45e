#pragma once
#include <optional>

#include "http/response.hpp"
#include "manifest/context.hpp"
#include "outgoing/signing/file_check.hpp"
#include "web/components/fault.hpp"

namespace caicach::outgoing
{

struct FileCheckPage {
    std::optional<FileCheck> check{};  ///< none: no file was asked about
    web::Fault fault{};
};

[[nodiscard]] http::Response file_check_page(const Context& context, const FileCheckPage& page);

/// What stands of one signature, for pages of documents too.
void signature_facts(html::Writer& out, const document::SignatureVerdict& verdict);

}  // namespace caicach::outgoing
