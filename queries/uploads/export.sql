-- A table as it is handed out: headings and words in one language, formulas made harmless, in the order of the key.

copy (
    select
        {columns}
    from {table}
    order by {key}
) to '{path}' (format csv, header true);
