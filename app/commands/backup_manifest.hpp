#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace caicach::app
{

inline constexpr std::string_view manifest_name = "manifest.json";
inline constexpr std::string_view sqlite_copy_name = "caicach.db";
inline constexpr std::string_view postgres_copy_name = "caicach.dump";
/// The data folder's own settings, which go back with it; others are kept to be looked up.
inline constexpr std::string_view own_settings_name = "caicach.toml";
inline constexpr std::string_view other_settings_name = "config.toml";

/// A province's own tables, "reference/products.csv": they go back with it.
inline constexpr std::string_view reference_place = "reference/";

struct BackupFile {
    std::string path{};  ///< below the backup's folder
    std::int64_t bytes{};
    std::string sha256{};
};

/// What a backup says of itself.
struct Manifest {
    std::string made_at{};              ///< UTC, ISO
    std::string program{};              ///< version that made it
    std::string database{};             ///< "caicach.db" or "caicach.dump"
    std::vector<std::string> schema{};  ///< the migrations behind the database, sorted
    std::int64_t audit_rows{};          ///< of the chain, found right when it was copied
    std::int64_t audit_first_bad{};     ///< its first wrong row, had it one then; 0: none
    std::vector<BackupFile> files{};    ///< all but the manifest

    [[nodiscard]] std::int64_t bytes() const;
    [[nodiscard]] bool is_postgres() const { return database == postgres_copy_name; }
};

[[nodiscard]] std::string to_json(const Manifest& manifest);

/// invalid "app.backup.manifest_wrong": no JSON, another format, or a path that a backup cannot
/// have (one that leads out of it above all).
[[nodiscard]] Result<Manifest> parse_manifest(std::string_view text);

}  // namespace caicach::app
