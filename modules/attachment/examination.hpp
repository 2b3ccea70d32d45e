#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "attachment/content_folder.hpp"
#include "base/result.hpp"
#include "database/transaction.hpp"

namespace caicach::attachment
{

/// What may be wrong between rows and files. The enumerator is the key stored.
enum class Fault {
    missing,  ///< a row without its file
    changed,  ///< a file whose bytes have another hash
    orphan,   ///< a file without a row
};

[[nodiscard]] std::string_view key_of(Fault fault);
[[nodiscard]] Fault fault_from_key(std::string_view key);
/// What is wrong and what to do, for people.
[[nodiscard]] std::string text_of(Fault fault);

/// Reads the content to its end. Nothing where it is well.
[[nodiscard]] std::optional<Fault> examine(const ContentFolder& folder, std::string_view sha256);

/// The contents of one shelf ("ab") that no row names, but for young ones, which may get theirs
/// yet.
[[nodiscard]] Result<std::vector<std::string>> orphans_on(database::Transaction& transaction,
                                                          const ContentFolder& folder,
                                                          std::string_view shelf, Instant now);

/// "00" … "ff"; nothing behind the last one.
[[nodiscard]] std::optional<std::string> shelf_after(std::string_view shelf);
inline constexpr std::string_view first_shelf = "00";
/// Above every hash on the shelf: no hexadecimal digit is greater.
[[nodiscard]] std::string end_of(std::string_view shelf);

}  // namespace caicach::attachment
