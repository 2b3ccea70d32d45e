#pragma once
#include <string>
#include <string_view>

#include "attachment/file_kind.hpp"
#include "base/result.hpp"
#include "calendar/date.hpp"

/// State secrets do not enter: Luật Bảo vệ bí mật nhà nước số 29/2018/QH14; which marks tell them
/// is dated data (secrecy_marks.csv).
namespace caicach::attachment
{

/// invalid "attachment.secret" (file) where the name says so, or a mark stands alone in one of the
/// first lines. A file that cannot be read as text passes: it is examined elsewhere.
[[nodiscard]] Result<void> require_no_secret(const std::string& path, FileKind kind,
                                             std::string_view name, Date today);

}  // namespace caicach::attachment
