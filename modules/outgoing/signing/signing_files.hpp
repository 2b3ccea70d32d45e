#pragma once
#include <string>
#include <string_view>

#include "attachment/api.hpp"
#include "manifest/context.hpp"

namespace caicach::outgoing
{

/// Bytes that we made ourselves, kept and not yet a row.
[[nodiscard]] Result<attachment::KeptFile> keep_bytes(Context& context, std::string_view bytes,
                                                      const std::string& name,
                                                      const attachment::AttachmentUse& use);
/// A PDF that was prepared or signed, kept and not yet a row.
[[nodiscard]] Result<attachment::KeptFile> keep_pdf(Context& context, std::string_view bytes,
                                                    const std::string& name);

}  // namespace caicach::outgoing
