#pragma once
#include <cstddef>
#include <cstdint>

namespace caicach::outgoing::limits
{

inline constexpr int series_max = 200;  ///< of an agency, with those that have ended
inline constexpr std::size_t name_length_max = 200;
inline constexpr std::size_t symbol_length_max = 60;
inline constexpr std::size_t about_length_max = 500;
inline constexpr std::size_t reason_length_max = 1000;
inline constexpr std::int64_t number_max = 999'999;  ///< of a year
inline constexpr int numbers_skipped_max = 1000;     ///< entered by hand, one after another
inline constexpr int page_rows = 50;
inline constexpr int csv_rows_max = 20'000;
inline constexpr int source_documents_max = 200;                     ///< of one thing
inline constexpr std::size_t content_bytes_max = 8UL * 1024 * 1024;  ///< of one document
inline constexpr std::size_t addressees_max = 100;
inline constexpr std::size_t body_length_max = 60'000;
inline constexpr std::size_t file_name_length = 120;
inline constexpr int lists_max = 100;                ///< of an agency
inline constexpr int deliveries_max = 1000;          ///< of one document
inline constexpr std::size_t readers_max = 10;       ///< who are told, of one agency
inline constexpr std::size_t news_length_max = 200;  ///< of a subject in a letter
inline constexpr std::size_t package_bytes_max = 64UL * 1024 * 1024;  ///< of its parts
inline constexpr int volumes_max = 100;                               ///< of one package
inline constexpr int problems_shown = 100;

inline constexpr std::size_t picture_bytes_max = 4U << 20U;  ///< of a signature, of a seal

inline constexpr int templates_max = 200;  ///< of an agency, ended ones too

}  // namespace caicach::outgoing::limits
